import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../language/dates.ts';
import { ChooseOne } from '../../look/choices.tsx';
import { TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import { toast } from '../../look/toast.tsx';
import type { PublishActivity } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { usualTimes } from './usual-times.ts';

const THEMES = ['canalWalk', 'springOuting', 'teamBuilding', 'matchmaking', 'volunteering', 'other'] as const;
const FEES = ['free', 'lowFee', 'paid'] as const;
/** What the field holds is the street's own time, wherever the browser thinks it is. */
const instantOf = (local: string) => new Date(`${local}:00+08:00`).toISOString();

export function PublishSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<PublishActivity['theme']>('canalWalk');
  const [fee, setFee] = useState<PublishActivity['fee']>('free');
  const [texts, setTexts] = useState({ title: '', place: '', minimum: '18', capacity: '40' });
  const [usual] = useState(() => usualTimes(today()));
  const [startsAt, setStartsAt] = useState(usual.startsAt);
  const [closesAt, setClosesAt] = useState(usual.closesAt);
  const set = (name: keyof typeof texts) => (event: { target: { value: string } }) => {
    setTexts({ ...texts, [name]: event.target.value });
  };
  const write = useWrite<PublishActivity>(
    () => '/activities',
    () => {
      toast(t('activity.published'));
      onClose();
    },
  );
  const submit = () => {
    write.send({
      theme,
      fee,
      title: texts.title.trim(),
      place: texts.place.trim(),
      minimum: Number(texts.minimum),
      capacity: Number(texts.capacity),
      startsAt: instantOf(startsAt),
      closesAt: instantOf(closesAt),
    });
  };
  const ready =
    texts.title.trim() !== '' && texts.place.trim() !== '' && Number(texts.minimum) > 0 && Number(texts.capacity) > 0;
  return (
    <FormSheet
      title={t('activity.publish')}
      submitText={t('activity.publishNow')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ChooseOne
        legend={t('activity.theme')}
        value={theme}
        onChange={setTheme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <TextField
        label={t('activity.title')}
        maxLength={80}
        value={texts.title}
        onChange={set('title')}
        wrong={fieldMessage(write.problem, 'title')}
      />
      <TextField
        label={t('activity.place')}
        maxLength={120}
        value={texts.place}
        onChange={set('place')}
        wrong={fieldMessage(write.problem, 'place')}
      />
      <TextField
        label={t('activity.startsAt')}
        type="datetime-local"
        value={startsAt}
        onChange={(event) => {
          if (event.target.value) setStartsAt(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'startsAt')}
      />
      <TextField
        label={t('activity.closesAt')}
        type="datetime-local"
        value={closesAt}
        onChange={(event) => {
          if (event.target.value) setClosesAt(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'closesAt')}
      />
      <div className="two">
        <TextField
          label={t('activity.minimum')}
          type="number"
          inputMode="numeric"
          min={1}
          value={texts.minimum}
          onChange={set('minimum')}
          wrong={fieldMessage(write.problem, 'minimum')}
        />
        <TextField
          label={t('activity.capacity')}
          type="number"
          inputMode="numeric"
          min={1}
          value={texts.capacity}
          onChange={set('capacity')}
          wrong={fieldMessage(write.problem, 'capacity')}
        />
      </div>
      <ChooseOne
        legend={t('activity.fee')}
        value={fee}
        onChange={setFee}
        options={FEES.map((value) => ({ value, label: t(`fee.${value}`) }))}
      />
    </FormSheet>
  );
}
