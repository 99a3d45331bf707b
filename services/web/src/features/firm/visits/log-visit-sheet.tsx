import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceStorage } from '../../../device/device-storage.ts';
import { monthAndDay, nextWeekday, today } from '../../../language/dates.ts';
import { Loading } from '../../../look/states.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { Sheet } from '../../../look/sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import type { EnterpriseView, FirmCard, LogVisit, VisitItem } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { useMe } from '../../session/session-api.ts';
import { useEnterprise, useFirmCard, useLastVisit } from '../firm-api.ts';
import { keptDraft } from './kept-draft.ts';
import { gapsOf, startVisit, visitOf, type Known } from './visit-draft.ts';
import { VisitFields } from './visit-fields.tsx';

interface Props {
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly onClose: () => void;
}

/** Six taps and saved. Waits for what is known of the firm, because a form that changes under the thumb is worse than a short wait. */
export function LogVisitSheet(props: Props) {
  const { t } = useTranslation();
  const card = useFirmCard(props.enterpriseId);
  const ledger = useEnterprise(props.enterpriseId);
  const last = useLastVisit(props.enterpriseId);
  if (card.isLoading || ledger.isLoading || last.isLoading) {
    return (
      <Sheet title={t('visit.title', { firm: props.enterpriseName })} onClose={props.onClose}>
        <div className="body">
          <Loading rows={5} height={60} />
        </div>
      </Sheet>
    );
  }
  return <VisitForm {...props} firm={card.data} ledger={ledger.data} last={last.data ?? null} />;
}

const UNCOUNTED = { staff: null, le35: null, le28: null, members: null, partyMembers: null };

interface FormProps extends Props {
  readonly firm: FirmCard | undefined;
  readonly ledger: EnterpriseView | undefined;
  readonly last: VisitItem | null;
}

function knownOf({ firm, ledger, last }: FormProps, postless: string): Known {
  const contact = ledger?.contacts.find(({ contactId }) => contactId === last?.metWith.personId) ?? ledger?.contacts[0];
  return {
    today: today(),
    promiseOn: nextWeekday(today(), 5),
    headcounts: firm?.headcounts ?? UNCOUNTED,
    contact: contact ? { post: contact.post ?? postless, personId: contact.contactId } : null,
    lastAttitude: last?.attitude ?? null,
  };
}

function VisitForm(props: FormProps) {
  const { t } = useTranslation();
  const { enterpriseId, enterpriseName, ledger, last, onClose } = props;
  const [start] = useState(() => startVisit(knownOf(props, t('visit.contact'))));
  const accountId = useMe()?.accountId ?? '';
  const kept = useMemo(() => keptDraft(deviceStorage, accountId, enterpriseId), [accountId, enterpriseId]);
  const [draft, setDraft] = useState(() => kept.load(start) ?? start);
  const [asked, setAsked] = useState(false);
  const touched = draft !== start;
  useEffect(() => {
    if (touched) kept.keep(draft);
  }, [draft, touched, kept]);
  const write = useWrite<LogVisit>(
    () => `/enterprises/${enterpriseId}/visits`,
    () => {
      kept.drop();
      toast(t('visit.saved'));
      onClose();
    },
    (visit) => visit,
    kept.tried,
  );
  const lastWords = last
    ? t('visit.last', {
        day: monthAndDay(last.on),
        attitude: t(`attitude.${last.attitude}`),
        needs: last.needs.map((need) => t(`need.${need}`)).join(t('frame.listComma')) || t('visit.noNeeds'),
      })
    : t('visit.first');
  const submit = () => {
    const visit = visitOf(draft);
    if (visit) write.send(visit);
    else setAsked(true);
  };
  return (
    <FormSheet
      title={t('visit.title', { firm: enterpriseName })}
      subtitle={lastWords}
      corner={touched ? <span className="tag">{t('visit.draftKept')}</span> : null}
      submitText={t('visit.save')}
      footnote={t('visit.safe')}
      kept
      sending={write.sending}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <VisitFields
        draft={draft}
        contacts={ledger?.contacts ?? []}
        gaps={asked ? gapsOf(draft) : []}
        onChange={(change) => {
          setDraft({ ...draft, ...change });
        }}
      />
    </FormSheet>
  );
}
