import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import type { ChooseRoute, FormationView, Route } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { missingWords } from '../../firms/missing-words.ts';
import { useFormation } from '../firm-api.ts';
import type { FirmSheetProps } from '../firm-sheet.tsx';

/** The routes with their rules: open ones can be taken, closed ones say what they lack. */
export function RouteSheet({ firm, onClose }: FirmSheetProps) {
  const { t } = useTranslation();
  const formation = useFormation(firm.enterpriseId).data;
  const routes = [...(formation?.routes ?? [])].sort((a, b) => Number(b.open) - Number(a.open));
  const [picked, setPicked] = useState<Route | null>(null);
  const [endsOn, setEndsOn] = useState('');
  const route = picked ?? formation?.route ?? routes.find(({ open }) => open)?.route ?? null;
  const write = useWrite<ChooseRoute>(
    () => `/enterprises/${firm.enterpriseId}/formation/route`,
    () => {
      toast(t('formation.routeChosen'));
      onClose();
    },
  );
  const submit = () => {
    if (route !== null) write.send({ route, ...(route === 'temporary' ? { endsOn: endsOn || null } : {}) });
  };
  return (
    <FormSheet
      title={t('action.choose-route')}
      subtitle={firm.name}
      submitText={route === null ? t('formation.choose') : t('formation.takeRoute', { route: t(`route.${route}`) })}
      sending={write.sending}
      ready={route !== null}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="stack routes">
        {routes.map((each) => (
          <RouteOption
            key={each.route}
            option={each}
            on={each.route === route}
            onPick={() => {
              setPicked(each.route);
            }}
          />
        ))}
      </ul>
      {route === 'temporary' ? (
        <TextField
          label={t('formation.endsOn')}
          type="date"
          value={endsOn}
          onChange={(event) => {
            setEndsOn(event.target.value);
          }}
        />
      ) : null}
    </FormSheet>
  );
}

function RouteOption({
  option,
  on,
  onPick,
}: {
  readonly option: FormationView['routes'][number];
  readonly on: boolean;
  readonly onPick: () => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <label className={`card route${on ? ' loud' : ''}${option.open ? '' : ' closed'}`}>
        <span className="spread">
          <span className="row">
            <input type="radio" name="route" checked={on} disabled={!option.open} onChange={onPick} />
            <b>{t(`route.${option.route}`)}</b>
          </span>
          <span className={option.open ? 'tag' : 'tag plain'}>
            {t(option.open ? 'formation.open' : 'formation.closed')}
          </span>
        </span>
        {option.missing.map((item) => (
          <span key={item.code} className="sub">
            {missingWords(item, t, i18n)}
          </span>
        ))}
        <span className="muted">
          {option.rule.text} <cite>{option.rule.source}</cite>
        </span>
      </label>
    </li>
  );
}
