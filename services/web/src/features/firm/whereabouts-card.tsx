import { useTranslation } from 'react-i18next';
import { useEnterprise } from './firm-api.ts';

/** Where the firm is and whom to ask for: what somebody on the way there looks up. Nothing while neither is known. */
export function WhereaboutsCard({ enterpriseId }: { readonly enterpriseId: string }) {
  const { t } = useTranslation();
  const ledger = useEnterprise(enterpriseId).data;
  const address = ledger?.address ?? '';
  const contacts = ledger?.contacts ?? [];
  if (address === '' && contacts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="whereabouts-title">
      <h2 id="whereabouts-title">{t('firm.whereabouts.title')}</h2>
      <dl className="facts">
        {address === '' ? null : (
          <div>
            <dt>{t('firm.whereabouts.address')}</dt>
            <dd>{address}</dd>
          </div>
        )}
        {contacts.map(({ contactId, name, post, phone }) => (
          <div key={contactId}>
            <dt>{post ?? t('firm.whereabouts.contact')}</dt>
            <dd>{[name, phone].filter(Boolean).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
