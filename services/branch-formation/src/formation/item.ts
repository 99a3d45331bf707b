import type { MissingCode, MissingItem, NextAction, RuleRef, Stage } from '@qucheng/contracts';

interface Details {
  readonly have?: number;
  readonly need?: number;
  readonly field?: string;
  readonly action?: NextAction;
}

/** One missing item; the rule it rests on is never left out. */
export const item = (code: MissingCode, stage: Stage, rule: RuleRef, details: Details = {}): MissingItem => ({
  code,
  stage,
  ...details,
  rule,
});

/** A list with the items whose condition holds: reads as the guard it is. */
export function itemsWhere(...conditions: readonly (readonly [boolean, () => MissingItem])[]): MissingItem[] {
  return conditions.flatMap(([isMissing, make]) => (isMissing ? [make()] : []));
}
