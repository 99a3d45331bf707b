import { STAGES } from '@qucheng/contracts';
import type { MissingItem, Stage } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { Rules } from '@qucheng/service-kit';
import { evolve } from './formation.ts';
import type { Announced, Formation } from './formation.ts';
import type { FormationEvent } from './formation-events.ts';
import { standing } from './stage.ts';
import type { Standing } from './stage.ts';

export interface Tools {
  readonly enterpriseId: string;
  /** The street's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly rules: Rules;
  readonly newId: () => string;
}

export type DecideFormation<Command> = Decide<Command, Formation, FormationEvent, Tools>;

/**
 * The same decision, followed in the same commit by what it changes on the firm's road, so that nobody outside
 * has to know the rules to show where a firm stands.
 */
export const withConsequences =
  <Command>(decide: DecideFormation<Command>): DecideFormation<Command> =>
  (command, formation, tools) => {
    const decided = decide(command, formation, tools);
    if (isRefusal(decided) || decided.length === 0) return decided;
    return [...decided, ...consequences(decided.reduce(evolve, formation), tools)];
  };

function consequences(formation: Formation, { enterpriseId, rules, today }: Tools): FormationEvent[] {
  const now = standing(formation, rules, today);
  return [
    ...stageEvents(formation.announced.stage, now, { enterpriseId, on: today, ruleVersion: rules.version }),
    ...nextStepEvents(formation.announced.nextStep, now, enterpriseId),
  ];
}

function stageEvents(
  from: Stage | null,
  { stage: to, missing }: Standing,
  facts: { readonly enterpriseId: string; readonly on: string; readonly ruleVersion: string },
): FormationEvent[] {
  if (from === to) return [];
  if (from !== null && rank(to) < rank(from))
    return [{ type: 'StageReverted', data: { ...facts, from, to, reason: missing[0]?.code ?? 'evidence' } }];
  return to === null ? [] : [{ type: 'StageAdvanced', data: { ...facts, from, to } }];
}

const rank = (stage: Stage | null): number => (stage === null ? -1 : STAGES.indexOf(stage));

function nextStepEvents(
  announced: Announced['nextStep'],
  { towards, filled, missing }: Standing,
  enterpriseId: string,
): FormationEvent[] {
  const nextStep = { towards, filled: [...filled], missing: missing.map(announcement) };
  if (JSON.stringify(nextStep) === JSON.stringify(announced)) return [];
  return [{ type: 'NextStepChanged', data: { enterpriseId, ...nextStep } }];
}

/** Days pass without an event, so a number of days told to others would be wrong tomorrow. */
const COUNTED_IN_DAYS = ['rosterOld', 'approval'];

const announcement = ({ code, have, need }: MissingItem) => ({
  code,
  ...(have === undefined || COUNTED_IN_DAYS.includes(code) ? {} : { have }),
  ...(need === undefined ? {} : { need }),
});
