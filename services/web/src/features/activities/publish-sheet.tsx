import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../look/choices.tsx';
import { Desk } from '../../look/desk.tsx';
import { TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import { toast } from '../../look/toast.tsx';
import type { PublishActivity } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';

const THEMES = ['canalWalk', 'springOuting', 'teamBuilding', 'matchmaking', 'volunteering', 'other'] as const;
const FEES = ['free', 'lowFee', 'paid'] as const;
/** The next Saturday morning: most activities of a street are then. */
const nextSaturday = () =>
  dayjs()
    .day(6)
    .add(dayjs().day() === 6 ? 7 : 0, 'day')
    .hour(9)
    .minute(0)
    .second(0)
    .millisecond(0);

export function PublishSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Desk>
      <PublishForm onClose={onClose} />
    </Desk>
  );
}

function PublishForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState<PublishActivity['theme']>('canalWalk');
  const [fee, setFee] = useState<PublishActivity['fee']>('free');
  const [texts, setTexts] = useState({ title: '', place: '', minimum: '18', capacity: '40' });
  const [startsAt, setStartsAt] = useState<Dayjs>(nextSaturday);
  const [closesAt, setClosesAt] = useState<Dayjs>(() => nextSaturday().subtract(3, 'day').hour(18));
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
      startsAt: startsAt.toISOString(),
      closesAt: closesAt.toISOString(),
    });
  };
  const ready =
    texts.title.trim() !== '' && texts.place.trim() !== '' && Number(texts.minimum) > 0 && Number(texts.capacity) > 0;
  // The browser's modal dialog is above everything: a calendar outside of it could not be reached.
  const inside = (trigger: HTMLElement) => trigger.closest('dialog') ?? document.body;
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
      <div className="two">
        <label className="field">
          <span>{t('activity.startsAt')}</span>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 15 }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={startsAt}
            onChange={(value) => {
              if (value) setStartsAt(value);
            }}
            getPopupContainer={inside}
          />
        </label>
        <label className="field">
          <span>{t('activity.closesAt')}</span>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 15 }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={closesAt}
            onChange={(value) => {
              if (value) setClosesAt(value);
            }}
            getPopupContainer={inside}
          />
        </label>
      </div>
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
