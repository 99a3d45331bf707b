import { useTranslation } from 'react-i18next';

/** What the secretary asked for when the last application came back; nothing when none did. */
export function ReturnedFor({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <div className="inset due-inset">
      <b>{t('formation.returnedFor')}</b>
      <ul>
        {lines.map((line) => (
          <li key={line} className="sub">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
