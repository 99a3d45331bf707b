import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import { today } from '../../../language/dates.ts';
import type { HoldElection } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { useFormation, useRoster } from '../firm-api.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';
import { PersonSelect } from './person-select.tsx';

const POSTS = ['secretary', 'deputySecretary', 'organisationOfficer', 'publicityOfficer', 'committeeMember'] as const;
const NUMBERS = ['due', 'present', 'sent', 'returned', 'valid'] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], string>>;
interface Seat {
  readonly post: (typeof POSTS)[number];
  readonly personId: string;
  readonly votes: string;
}

const asCount = (text: string) => Math.max(0, Math.round(Number(text) || 0));

export function ElectionSheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const formation = useFormation(firm.enterpriseId).data;
  const roster = useRoster(firm.enterpriseId).data;
  const people = (roster?.items ?? []).filter(({ status }) => status === 'memberVerified' || status === 'partyMember');
  const members = String(formation?.counts.members ?? '');
  const [numbers, setNumbers] = useState<Numbers>({
    due: members,
    present: members,
    sent: members,
    returned: members,
    valid: members,
  });
  const [seats, setSeats] = useState<readonly Seat[]>([{ post: 'secretary', personId: '', votes: '' }]);
  const [on, setOn] = useState(today());
  const write = useWrite<HoldElection>(
    () => `/branches/${formation?.branchId ?? ''}/election`,
    () => {
      toast(t('formation.electionHeld'));
      onClose();
    },
  );
  const change = (index: number, part: Partial<Seat>) => {
    setSeats(seats.map((seat, at) => (at === index ? { ...seat, ...part } : seat)));
  };
  const addSeat = () => {
    setSeats([
      ...seats,
      { post: POSTS[Math.min(seats.length, POSTS.length - 1)] ?? 'committeeMember', personId: '', votes: '' },
    ]);
  };
  const submit = () => {
    const { due, present, sent, returned, valid } = numbers;
    write.send({
      on,
      due: asCount(due),
      present: asCount(present),
      ballots: { sent: asCount(sent), returned: asCount(returned), valid: asCount(valid) },
      elected: seats.map(({ post, personId, votes }) => ({ post, personId, votes: asCount(votes) })),
    });
  };
  const ready = formation?.branchId != null && seats.every(({ personId, votes }) => personId !== '' && votes !== '');
  return (
    <FormSheet
      title={t('action.elect')}
      subtitle={formation?.fullName ?? firm.name}
      submitText={t('formation.electNow')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('formation.meetingOn')}
        type="date"
        max={today()}
        value={on}
        onChange={(event) => {
          setOn(event.target.value);
        }}
      />
      <div className="counts-row">
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            label={t(name === 'returned' ? 'formation.returnedBallots' : `formation.${name}`)}
            type="number"
            inputMode="numeric"
            min={0}
            value={numbers[name]}
            onChange={(event) => {
              setNumbers({ ...numbers, [name]: event.target.value });
            }}
          />
        ))}
      </div>
      {seats.map((seat, index) => (
        <div key={index} className="card stack tight">
          <label className="field">
            <span>{t('formation.postLabel')}</span>
            <select
              value={seat.post}
              onChange={(event) => {
                change(index, { post: POSTS.find((post) => post === event.target.value) ?? seat.post });
              }}
            >
              {POSTS.map((post) => (
                <option key={post} value={post}>
                  {t(`post.${post}`)}
                </option>
              ))}
            </select>
          </label>
          <div className="two wide-left">
            <PersonSelect
              label={t('formation.elected')}
              people={people}
              value={seat.personId}
              onChange={(personId) => {
                change(index, { personId });
              }}
            />
            <TextField
              label={t('formation.votes')}
              type="number"
              inputMode="numeric"
              min={0}
              value={seat.votes}
              onChange={(event) => {
                change(index, { votes: event.target.value });
              }}
            />
          </div>
          {seats.length > 1 ? (
            <button
              type="button"
              className="button link"
              onClick={() => {
                setSeats(seats.filter((_, at) => at !== index));
              }}
            >
              {t('formation.removeSeat')}
            </button>
          ) : null}
        </div>
      ))}
      <div>
        <button type="button" className="button ghost small" onClick={addSeat}>
          {t('formation.addSeat')}
        </button>
      </div>
    </FormSheet>
  );
}
