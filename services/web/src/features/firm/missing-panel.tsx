import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Shown } from '../../look/shown.tsx';
import type { FormationView, MissingItem, NextAction } from '../../requests/shapes.ts';
import { missingWords } from '../firms/missing-words.ts';
import { ruleDay } from '../progress/funnel-frame.ts';
import { useMay } from '../session/session-api.ts';
import { ACTION_NEEDS, isKnownAction, loudAction } from './actions.ts';
import { useFormation } from './firm-api.ts';
import { ReturnedFor } from './formation/returned-for.tsx';

interface Props {
  readonly enterpriseId: string;
  readonly onAct: (action: NextAction) => void;
}

/** 差什么: what is missing, with the rule and where it is written, and one filled button. */
export function MissingPanel({ enterpriseId, onAct }: Props) {
  const { t } = useTranslation();
  const formation = useFormation(enterpriseId);
  return (
    <section className="card loud missing" aria-labelledby="missing-title">
      <div className="spread">
        <h2 id="missing-title">{t('firm.missing.title')}</h2>
        {formation.data ? <span className="muted">{headline(formation.data, t)}</span> : null}
      </div>
      <Shown query={formation} rows={3} height={52}>
        {(data) => <MissingBody formation={data} onAct={onAct} />}
      </Shown>
    </section>
  );
}

function headline({ towards, missing }: FormationView, t: TFunction): string {
  if (towards === null) return t('firm.missing.nothingOpen');
  return t('firm.missing.towards', { stage: t(`stage.${towards}`), count: missing.length });
}

function MissingBody({
  formation,
  onAct,
}: {
  readonly formation: FormationView;
  readonly onAct: (action: NextAction) => void;
}) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const loud = loudAction(formation.nextAction, formation.missing, may);
  const atItem = formation.missing.findIndex(({ action }) => action === loud);
  if (formation.missing.length === 0 && formation.towards === null) {
    return (
      <div className="formed-note">
        <span className="tag red">{t('stage.formed')}</span>
        <p>{formation.fullName}</p>
      </div>
    );
  }
  return (
    <>
      <ReturnedFor lines={formation.returnedFor} />
      <ol className="missing-list">
        {formation.missing.map((item, index) => (
          <MissingLine
            key={item.code + String(index)}
            item={item}
            index={index}
            loud={index === atItem ? loud : null}
            shown={shownBefore(formation.missing, index)}
            onAct={onAct}
          />
        ))}
      </ol>
      {loud !== null && atItem < 0 ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            onAct(loud);
          }}
        >
          {t(`action.${loud}`)}
        </button>
      ) : null}
      {loud === null && formation.missing.length > 0 ? <p className="muted">{t('firm.missing.waits')}</p> : null}
      {formation.warnings.length > 0 ? (
        <div className="inset due-inset">
          <b>{t('firm.missing.warnings')}</b>
          <ul>
            {formation.warnings.map((warning, index) => (
              <li key={warning.code + String(index)} className="sub">
                {missingWords(warning, t, i18n)} <RuleWords item={warning} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

/** The same action is offered once, at the first item that needs it. */
function shownBefore(missing: readonly MissingItem[], index: number): boolean {
  return missing.slice(0, index).some(({ action }) => action === missing[index]?.action);
}

interface LineProps {
  readonly item: MissingItem;
  readonly index: number;
  readonly loud: NextAction | null;
  readonly shown: boolean;
  readonly onAct: (action: NextAction) => void;
}

function MissingLine({ item, index, loud, shown, onAct }: LineProps) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const action = isKnownAction(item.action) && !shown && may(ACTION_NEEDS[item.action]) ? item.action : null;
  return (
    <li>
      <b className="number" aria-hidden="true">
        {index + 1}
      </b>
      <div>
        <b>{missingWords(item, t, i18n)}</b>
        <RuleWords item={item} />
        {action === null ? null : (
          <button
            type="button"
            className={loud === action ? 'button small' : 'button ghost small'}
            data-action={action}
            onClick={() => {
              onAct(action);
            }}
          >
            {t(`action.${action}`)}
          </button>
        )}
      </div>
    </li>
  );
}

function RuleWords({ item: { rule } }: { readonly item: MissingItem }) {
  if (!rule) return null;
  return (
    <p className="muted">
      {rule.text} <cite title={ruleDay(rule.version)}>{rule.source}</cite>
    </p>
  );
}
