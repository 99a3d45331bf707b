import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../look/sheet.tsx';
import { Shown } from '../../../look/shown.tsx';
import { Empty } from '../../../look/states.tsx';
import type { YouthItem } from '../../../requests/shapes.ts';
import { useMay } from '../../session/session-api.ts';
import { useRoster } from '../firm-api.ts';
import type { FirmSheetProps, OpenSheet } from '../firm-sheet.tsx';
import { RevealButton } from './reveal-button.tsx';
import { VerifyPerson } from './verify-person.tsx';

interface Props extends FirmSheetProps {
  readonly onOpen: (sheet: OpenSheet) => void;
}

/**
 * Those who still have to be verified come first: that is what somebody opens a roster for. The order holds while the
 * sheet is open, so that nobody is moved away under a finger that is about to verify him.
 */
function useSteadyOrder(items: readonly YouthItem[]): readonly YouthItem[] {
  const [first, setFirst] = useState<readonly string[]>([]);
  const arrived = items.filter(({ personId }) => !first.includes(personId));
  if (arrived.length > 0) {
    const claimed = arrived.filter(({ status }) => status === 'memberClaimed');
    const others = arrived.filter(({ status }) => status !== 'memberClaimed');
    setFirst([...first, ...[...claimed, ...others].map(({ personId }) => personId)]);
  }
  return first.flatMap((id) => items.filter(({ personId }) => personId === id));
}

export function RosterSheet({ firm, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const roster = useRoster(firm.enterpriseId);
  const items = useSteadyOrder(roster.data?.items ?? []);
  return (
    <Sheet
      title={t('youth.roster')}
      subtitle={
        roster.data
          ? t('youth.summary', {
              total: roster.data.counts.total,
              members: roster.data.counts.members,
              unverified: roster.data.counts.unverified,
            })
          : firm.name
      }
      onClose={onClose}
    >
      <div className="body">
        <Shown query={roster} rows={5} height={64}>
          {() =>
            items.length === 0 ? (
              <Empty icon="firms" title={t('youth.nobody')}>
                {may('youth.register') ? (
                  <button
                    type="button"
                    className="button"
                    onClick={() => {
                      onOpen('register-youth');
                    }}
                  >
                    {t('action.register-youth')}
                  </button>
                ) : null}
              </Empty>
            ) : (
              <ul className="stack">
                {items.map((person) => (
                  <Person key={person.personId} person={person} />
                ))}
              </ul>
            )
          }
        </Shown>
      </div>
      {items.length > 0 && may('roster.confirm') ? (
        <footer className="row end">
          <button
            type="button"
            className="button ghost"
            onClick={() => {
              onOpen('register-youth');
            }}
          >
            {t('action.register-youth')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onOpen('confirm-roster');
            }}
          >
            {t('action.confirm-roster')}
          </button>
        </footer>
      ) : null}
    </Sheet>
  );
}

function Person({ person }: { readonly person: YouthItem }) {
  const { t } = useTranslation();
  const may = useMay();
  const [verifying, setVerifying] = useState(false);
  // Until the roster is read again it still says "claimed"; asking twice would only make somebody doubt the first time.
  const [verified, setVerified] = useState(false);
  const claimed = person.status === 'memberClaimed';
  return (
    <li className="card">
      <div className="spread">
        <span>
          <b>{person.name}</b>{' '}
          <span className="sub">{[t('youth.age', { age: person.age }), person.post].filter(Boolean).join(' · ')}</span>
        </span>
        <span className={claimed ? 'tag due' : person.status === 'memberVerified' ? 'tag' : 'tag plain'}>
          {t(`leagueStatus.${person.status}`)}
        </span>
      </div>
      <div className="spread">
        <span className="muted">{person.phone ?? t('youth.noPhone')}</span>
        {may('youth.reveal') ? <RevealButton personId={person.personId} /> : null}
      </div>
      {claimed && may('youth.verify') && !verifying && !verified ? (
        <div className="row actions">
          <button
            type="button"
            className="button ghost small"
            onClick={() => {
              setVerifying(true);
            }}
          >
            {t('youth.verify')}
          </button>
        </div>
      ) : null}
      {verifying ? (
        <VerifyPerson
          personId={person.personId}
          onDone={() => {
            setVerifying(false);
            setVerified(true);
          }}
        />
      ) : null}
    </li>
  );
}
