import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, monthAndDay, nextWeekday, today, weekdayName } from '../../language/dates.ts';
import { ChooseOne } from '../../look/choices.tsx';
import { TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { toast } from '../../look/toast.tsx';
import { useWrite } from '../../requests/write.ts';

interface Props {
  readonly followUpId: string;
  readonly title: string;
  readonly dueOn: string;
  readonly onClose: () => void;
}

export function SnoozeSheet({ followUpId, title, dueOn, onClose }: Props) {
  const { t } = useTranslation();
  const now = today();
  const days = [addDays(now, 1), nextWeekday(addDays(now, 1), 5), nextWeekday(now, 1), addDays(now, 14)].filter(
    // Putting something off to the day it is due anyway is no choice.
    (day, index, all) => all.indexOf(day) === index && day !== dueOn,
  );
  const [until, setUntil] = useState<string>(days[0] ?? now);
  const write = useWrite<{ until: string }>(
    () => `/follow-ups/${followUpId}/snooze`,
    () => {
      toast(t('followUp.snoozed'));
      onClose();
    },
  );
  return (
    <FormSheet
      title={t('followUp.snooze')}
      subtitle={title}
      submitText={t('followUp.snoozeNow', { day: monthAndDay(until) })}
      sending={write.sending}
      problem={write.problem}
      onSubmit={() => {
        write.send({ until });
      }}
      onClose={onClose}
    >
      <ChooseOne
        legend={t('followUp.until')}
        value={until}
        onChange={setUntil}
        options={days.map((day) => ({ value: day, label: `${weekdayName(day)} ${monthAndDay(day)}` }))}
      />
      <TextField
        label={t('followUp.otherDay')}
        type="date"
        min={addDays(now, 1)}
        value={until}
        onChange={(event) => {
          if (event.target.value) setUntil(event.target.value);
        }}
      />
    </FormSheet>
  );
}
