import { classifyFailure } from './classify-failure.ts';
import type { Failure } from './classify-failure.ts';
import type { Cause } from './dead-letters.ts';
import { settings } from './settings.ts';
import { delay, withJitter } from './waiting.ts';

/** `blocked`: a transient failure outlasted the attempts, or the consumer is stopping. */
export type Outcome =
  | { readonly kind: 'applied' }
  | { readonly kind: 'dead'; readonly cause: Cause }
  | { readonly kind: 'blocked'; readonly message: string };

export interface Patience {
  /** After so many a defect is taken for one that stays. */
  readonly attempts: number;
  /** After so many transient failures the partition waits. */
  readonly blockAfter: number;
  readonly stopped: () => boolean;
}

/** Runs a handler, repeating it in place with growing, jittered pauses; says what became of it and never throws. */
export async function attempt(
  work: () => Promise<void>,
  { attempts, blockAfter, stopped }: Patience,
): Promise<Outcome> {
  const firstAt = new Date();
  for (let tried = 1; ; tried += 1) {
    const failure = await failureOf(work);
    if (failure === undefined) return { kind: 'applied' };
    if (failure.kind === 'permanent' || (failure.kind === 'defect' && tried >= attempts)) {
      const { reason, message } = failure;
      return { kind: 'dead', cause: { reason, message, attempts: tried, firstAt, lastAt: new Date() } };
    }
    const late = Date.now() - firstAt.getTime() > settings.retryInPlaceWithin;
    if (tried >= blockAfter || late || stopped()) return { kind: 'blocked', message: failure.message };
    await delay(withJitter(settings.retryInPlaceFirst * 2 ** (tried - 1)));
  }
}

async function failureOf(work: () => Promise<void>): Promise<Failure | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return classifyFailure(error);
  }
}
