import { attempt } from './attempt.ts';
import type { Outcome, Patience } from './attempt.ts';
import type { Cause } from './dead-letters.ts';
import { decodeMessage } from './decode-message.ts';
import type { Received } from './decode-message.ts';
import type { Ledger } from './ledger.ts';
import type { IncomingMessage } from './types.ts';

/** Brings one message to an end: applied, buried as a dead letter, or blocked for now. Never throws. */
export async function settleOne(
  { ledger }: { readonly ledger: Ledger },
  message: Received,
  handle: (message: IncomingMessage) => Promise<void>,
  patience: Patience,
): Promise<Outcome> {
  // Buried before a crash that came before the commit.
  if (ledger.parked.holds(message)) return { kind: 'applied' };
  if (ledger.parked.isParked(message.topic, message.key)) {
    return bury(ledger, message, untried('parked', 'Waits for an earlier message of its key'));
  }
  const decoded = decodeMessage(message);
  if (decoded === undefined) return bury(ledger, message, untried('unparsable', 'The value is not JSON'));
  const outcome = await attempt(() => handle(decoded), patience);
  return outcome.kind === 'dead' ? bury(ledger, message, outcome.cause) : outcome;
}

function untried(reason: string, message: string): Cause {
  const now = new Date();
  return { reason, message, attempts: 0, firstAt: now, lastAt: now };
}

async function bury(ledger: Ledger, message: Received, cause: Cause): Promise<Outcome> {
  try {
    await ledger.bury(message, cause);
    return { kind: 'dead', cause };
  } catch (error) {
    return { kind: 'blocked', message: String(error) };
  }
}
