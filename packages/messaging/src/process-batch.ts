import { attempt } from './attempt.ts';
import type { Patience } from './attempt.ts';
import { chainsByKey, takeRun } from './order-messages.ts';
import type { Received } from './decode-message.ts';
import type { Ledger } from './ledger.ts';
import type { Progress } from './progress.ts';
import { settings } from './settings.ts';
import { settleOne } from './settle-one.ts';
import type { ConsumerOptions, IncomingMessage } from './types.ts';

export interface BatchTools {
  readonly handlers: Pick<ConsumerOptions, 'handle' | 'handleBatch'>;
  readonly ledger: Ledger;
  readonly progress: Progress;
}

/** `blocked` is why the partition must wait; a batch that was only stopped early is neither. */
export interface BatchResult {
  readonly blocked?: string;
}

/** Signals of the running batch. `heartbeat` throws when the group rebalances: the batch ends then. */
export interface BatchSignals extends Patience {
  readonly heartbeat: () => Promise<void>;
}

/** Applies what it can of one partition's messages; what is done is in `progress`, also when it throws. */
export async function processBatch(
  tools: BatchTools,
  messages: readonly Received[],
  signals: BatchSignals,
): Promise<BatchResult> {
  const { ledger, progress } = tools;
  const open = messages.filter((message) => !progress.isDone(message, message.offset));
  // Somebody may have put the letters through since: only the ledger's end tells.
  if (open.some(({ topic, key }) => ledger.parked.isParked(topic, key))) await ledger.refresh();

  const { handle, handleBatch } = tools.handlers;
  if (handle !== undefined) return handleByKey(tools, handle, open, signals);
  if (handleBatch !== undefined) return handleInRuns(tools, handleBatch, open, signals);
  throw new Error('A consumer needs handle or handleBatch');
}

const markDone = ({ progress }: BatchTools, messages: readonly Received[]): void => {
  for (const message of messages) progress.done(message, message.offset);
};

/** Messages of one key strictly one after another, keys side by side. */
async function handleByKey(
  tools: BatchTools,
  handle: NonNullable<ConsumerOptions['handle']>,
  open: readonly Received[],
  signals: BatchSignals,
): Promise<BatchResult> {
  const chains = chainsByKey(open);
  let blocked: string | undefined;
  let ended = false;
  const stopped = (): boolean => ended || signals.stopped();

  const follow = async (chain: readonly Received[]): Promise<void> => {
    for (const message of chain) {
      if (stopped()) return;
      const outcome = await settleOne(tools, message, (decoded) => handle(decoded), { ...signals, stopped });
      if (outcome.kind === 'blocked') {
        blocked ??= outcome.message;
        ended = true;
        return;
      }
      markDone(tools, [message]);
      await signals.heartbeat();
    }
  };
  const work = async (): Promise<void> => {
    try {
      for (let chain = chains.shift(); chain !== undefined; chain = chains.shift()) await follow(chain);
    } catch (error) {
      ended = true;
      throw error;
    }
  };
  const workers = Array.from({ length: Math.min(settings.keysHandledConcurrently, chains.length) }, work);
  const failed = (await Promise.allSettled(workers)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return blocked === undefined ? {} : { blocked };
}

/** Batches as large as possible, cut where a message must not reach the handler. */
async function handleInRuns(
  tools: BatchTools,
  handleBatch: NonNullable<ConsumerOptions['handleBatch']>,
  open: readonly Received[],
  signals: BatchSignals,
): Promise<BatchResult> {
  const apply = async (decoded: readonly IncomingMessage[]): Promise<void> => {
    const { durable } = await handleBatch(decoded);
    const [place] = open;
    if (durable !== undefined && place !== undefined) tools.progress.hold(place, durable);
  };
  const alone = (decoded: IncomingMessage): Promise<void> => apply([decoded]);
  for (let next = 0; next < open.length && !signals.stopped();) {
    const run = takeRun(tools.ledger.parked, open, next);
    const outcome = run.decoded.length > 1 ? await attempt(() => apply(run.decoded), signals) : undefined;
    if (outcome?.kind === 'blocked') return { blocked: outcome.message };
    if (outcome?.kind === 'applied') markDone(tools, run.received);
    else {
      // A refused batch cannot say which message it was: each goes alone then. Handlers are idempotent.
      const result = await handleOneByOne(tools, alone, run.received, signals);
      if (result.blocked !== undefined) return result;
    }
    await signals.heartbeat();
    next += run.received.length;
  }
  return {};
}

async function handleOneByOne(
  tools: BatchTools,
  handle: (message: IncomingMessage) => Promise<void>,
  messages: readonly Received[],
  signals: BatchSignals,
): Promise<BatchResult> {
  for (const message of messages) {
    if (signals.stopped()) return {};
    const outcome = await settleOne(tools, message, handle, signals);
    if (outcome.kind === 'blocked') return { blocked: outcome.message };
    markDone(tools, [message]);
    await signals.heartbeat();
  }
  return {};
}
