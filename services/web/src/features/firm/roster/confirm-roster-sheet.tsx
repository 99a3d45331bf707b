import { useTranslation } from 'react-i18next';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import { useWrite } from '../../../requests/write.ts';
import { useRoster } from '../firm-api.ts';
import type { FirmSheetProps, OpenSheet } from '../firm-sheet.tsx';

interface Props extends FirmSheetProps {
  readonly onOpen: (sheet: OpenSheet) => void;
}

const SHOWN = ['total', 'members', 'unverified', 'le28', 'le35'] as const;

export function ConfirmRosterSheet({ firm, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const counts = useRoster(firm.enterpriseId).data?.counts;
  const write = useWrite<object>(
    () => `/enterprises/${firm.enterpriseId}/roster/confirmation`,
    () => {
      toast(t('youth.confirmedToast'));
      onClose();
    },
  );
  return (
    <FormSheet
      title={t('action.confirm-roster')}
      subtitle={firm.name}
      submitText={t('youth.confirmNow')}
      footnote={t('youth.confirmMeans')}
      sending={write.sending}
      ready={counts !== undefined && counts.total > 0}
      problem={write.problem}
      onSubmit={() => {
        write.send({});
      }}
      onClose={onClose}
    >
      <dl className="card facts">
        {SHOWN.map((name) => (
          <div key={name}>
            <dt>{t(`youth.count.${name}`)}</dt>
            <dd>{counts?.[name] ?? '—'}</dd>
          </div>
        ))}
      </dl>
      {counts && counts.unverified > 0 ? (
        <p className="inset due-inset">{t('youth.unverifiedLeft', { n: counts.unverified })}</p>
      ) : null}
      <button
        type="button"
        className="button ghost"
        onClick={() => {
          onOpen('roster');
        }}
      >
        {t('firm.counts.openRoster')}
      </button>
    </FormSheet>
  );
}
