import type { MissingItem, NextAction, Stage } from '@qucheng/contracts';
import { item, itemsWhere } from './item.ts';
import { WRITTEN } from './written-rules.ts';

interface Bounds {
  readonly stage: Stage;
  /** The day of the step before. */
  readonly notBefore: string;
  /** Left out where a day ahead is fine. */
  readonly today?: string;
  readonly field: string;
  readonly action: NextAction;
}

/** A day that was typed lies between the step before and today: papers follow each other. */
export const dateGaps = (day: string, { stage, notBefore, today, field, action }: Bounds): MissingItem[] =>
  itemsWhere(
    [
      today !== undefined && day > today,
      () => item('dateNotInFuture', stage, WRITTEN.committeeReply, { field, action }),
    ],
    [day < notBefore, () => item('dateAfterPrevious', stage, WRITTEN.committeeReply, { field, action })],
  );
