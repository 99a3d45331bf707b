import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../look/sheet.tsx';
import { missingWords } from '../firms/missing-words.ts';
import { useMay } from '../session/session-api.ts';
import { useFormation } from './firm-api.ts';
import type { FirmSheetProps } from './firm-sheet.tsx';

/** The ledger file is where these facts live: the row is corrected there and uploaded again. */
export function CompleteRegistrationSheet({ firm, onClose }: FirmSheetProps) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const missing =
    useFormation(firm.enterpriseId).data?.missing.filter(({ action }) => action === 'complete-registration') ?? [];
  return (
    <Sheet title={t('action.complete-registration')} subtitle={firm.name} onClose={onClose}>
      <div className="body">
        <ul className="card stack">
          {missing.map((item) => (
            <li key={item.code}>
              <b>{missingWords(item, t, i18n)}</b>
            </li>
          ))}
        </ul>
        <p className="sub">{t('firm.completeInLedger')}</p>
        {may('ledger.import') ? (
          <Link to="/imports" search={{}} className="button">
            {t('firms.importNow')}
          </Link>
        ) : null}
      </div>
    </Sheet>
  );
}
