import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazySheet } from '../../look/lazy-sheet.tsx';
import { ProblemLine } from '../../look/problem-line.tsx';
import type { ActivityView, YouthItem } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { useFirmCard, useRoster } from '../firm/firm-api.ts';
import { useMay } from '../session/session-api.ts';
import { DueTag } from '../firms/due-tag.tsx';
import { today } from '../../language/dates.ts';

/** Opened only where somebody is missing: it loads then. */
const RegisterYouthSheet = lazySheet(
  async () => (await import('../firm/roster/register-youth-sheet.tsx')).RegisterYouthSheet,
);

interface Props {
  readonly activity: ActivityView;
  readonly enterpriseId: string;
}

export function FirmRollCall({ activity, enterpriseId }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [registering, setRegistering] = useState(false);
  const firm = useFirmCard(enterpriseId).data;
  const roster = useRoster(enterpriseId);
  const people = roster.data?.items ?? [];
  return (
    <div className="roll">
      <div className="spread">
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId }} className="firm-name">
          {firm?.name ?? '…'}
        </Link>
        {activity.on > today() ? <DueTag on={activity.on} /> : null}
      </div>
      {roster.isSuccess && people.length === 0 ? (
        <div className="spread">
          <p className="muted">{t('youth.nobody')}</p>
          {firm && may('youth.register') ? (
            <button
              type="button"
              className="button ghost small"
              onClick={() => {
                setRegistering(true);
              }}
            >
              {t('action.register-youth')}
            </button>
          ) : null}
        </div>
      ) : null}
      {firm && registering ? (
        <RegisterYouthSheet
          firm={firm}
          onClose={() => {
            setRegistering(false);
          }}
        />
      ) : null}
      <ul>
        {people.map((person) => (
          <PersonLine key={person.personId} person={person} activity={activity} enterpriseId={enterpriseId} />
        ))}
      </ul>
    </div>
  );
}

type Attendance = ActivityView['people'][number]['status'] | 'absent';

function PersonLine({ person, activity, enterpriseId }: Props & { readonly person: YouthItem }) {
  const { t } = useTranslation();
  const may = useMay();
  const status: Attendance = activity.people.find(({ personId }) => personId === person.personId)?.status ?? 'absent';
  const body = { enterpriseId, personId: person.personId };
  const signUp = useWrite<object>(
    () => `/activities/${activity.activityId}/sign-ups`,
    () => undefined,
  );
  const checkIn = useWrite<object>(
    () => `/activities/${activity.activityId}/check-ins`,
    () => undefined,
  );
  const problem = signUp.problem ?? checkIn.problem;
  const begun = activity.on <= today();
  const maySignUp = may('activity.signUp') && !begun && (status === 'absent' || status === 'cancelled');
  const mayCheckIn = may('activity.checkIn') && begun && status !== 'attended';
  return (
    <li className="spread person-line">
      <span>
        {person.name}{' '}
        <span className="muted">{[t('youth.age', { age: person.age }), person.post].filter(Boolean).join(' · ')}</span>{' '}
        <ProblemLine problem={problem} />
      </span>
      <span className="row">
        {status === 'absent' || status === 'cancelled' ? null : (
          <span className={status === 'waiting' ? 'tag due' : 'tag'}>{t(`attendance.${status}`)}</span>
        )}
        {maySignUp ? (
          <button
            type="button"
            className="button ghost small"
            disabled={signUp.sending}
            onClick={() => {
              signUp.send(body);
            }}
          >
            {t('activity.signUp')}
          </button>
        ) : null}
        {mayCheckIn ? (
          <button
            type="button"
            className="button ghost small"
            disabled={checkIn.sending}
            onClick={() => {
              checkIn.send({ ...body, method: 'roster' });
            }}
          >
            {t('activity.checkIn')}
          </button>
        ) : null}
      </span>
    </li>
  );
}
