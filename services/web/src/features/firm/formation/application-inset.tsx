import { useTranslation } from 'react-i18next';
import type { ApplicationItem } from '../../../requests/shapes.ts';
import { missingWords } from '../../firms/missing-words.ts';
import { useRoster } from '../firm-api.ts';

/** What the firm asks for and what speaks against it: nobody decides what he has not seen. */
export function ApplicationInset({ application }: { readonly application: ApplicationItem }) {
  const { t, i18n } = useTranslation();
  const people = useRoster(application.enterpriseId).data?.items ?? [];
  const nameOf = (id: string) => people.find(({ personId }) => personId === id)?.name ?? '—';
  const { form, members, le35, reason, candidates, warnings } = application;
  return (
    <>
      <section className="inset stack tight" aria-label={t('formation.asked')}>
        <b>{t('formation.askedFor', { form: t(`branchForm.${form}`), members, le35 })}</b>
        {reason === null ? null : <p>{reason}</p>}
        <ul>
          {candidates.map(({ post, personId }) => (
            <li key={post + personId} className="sub">
              {t('formation.candidate', { post: t(`post.${post}`) })} {nameOf(personId)}
            </li>
          ))}
        </ul>
      </section>
      {warnings.length > 0 ? (
        <section className="inset due-inset">
          <b>{t('firm.missing.warnings')}</b>
          <ul>
            {warnings.map((warning, index) => (
              <li key={warning.code + String(index)} className="sub">
                {missingWords(warning, t, i18n)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
