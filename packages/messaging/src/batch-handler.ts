import type { EachBatchPayload } from 'kafkajs';
import { receive } from './decode-message.ts';
import type { Received } from './decode-message.ts';
import { createFetchPace } from './fetch-pace.ts';
import type { Ledger } from './ledger.ts';
import type { Names } from './names.ts';
import type { Pauses } from './pauses.ts';
import { processBatch } from './process-batch.ts';
import type { Place, Progress } from './progress.ts';
import { settings } from './settings.ts';
import type { ConsumerOptions, MessagingOptions } from './types.ts';

interface Tools {
  readonly options: ConsumerOptions;
  readonly ledger: Ledger;
  readonly progress: Progress;
  readonly pauses: Pauses;
  readonly names: Names;
  readonly log: MessagingOptions['log'];
  readonly stopped: () => boolean;
}

export interface BatchHandler {
  handle(payload: EachBatchPayload): Promise<void>;
  /** The partitions were dealt anew: what others buried meanwhile has to be read before anything is handled. */
  forget(): void;
  /** Resolves once no batch is being worked on. */
  idle(): Promise<void>;
}

/** What kafkajs calls for each batch. Nothing but a rebalance is ever thrown back into it. */
export function createBatchHandler(tools: Tools): BatchHandler {
  const { options, ledger, progress, pauses, names, log } = tools;
  const { group, attempts = settings.attempts } = options;
  const running = new Set<Promise<void>>();
  const pace = createFetchPace(settings.fetchEvery);
  let ledgerRead: Promise<void> | undefined;

  const wait = (place: Place, error: string): void => {
    log.warn({ ...place, group, error, waitMs: Math.round(pauses.pause(place)) }, 'a partition waits');
  };

  const work = async (payload: EachBatchPayload): Promise<void> => {
    const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload;
    const place = { topic: names.withoutPrefix(batch.topic), partition: batch.partition };
    const stopped = (): boolean => tools.stopped() || !isRunning() || isStale();
    if (stopped()) return;
    const messages = batch.messages.map((message) => receive(place.topic, place.partition, message));
    let groupMoved: unknown;
    const signals = {
      attempts,
      // A partition that waited already is only tried: repeating in place would hold up the others each time.
      blockAfter: pauses.isTroubled(place) ? 1 : attempts,
      stopped,
      heartbeat: () =>
        heartbeat().catch((error: unknown) => {
          groupMoved = error;
          throw error;
        }),
    };
    const first = messages[0];
    if (first !== undefined) progress.begin(place, first.offset);
    try {
      await (ledgerRead ??= ledger.refresh());
      const { blocked } = await processBatch({ handlers: options, ledger, progress }, messages, signals);
      if (blocked === undefined) pauses.worked(place);
      else wait(place, blocked);
    } catch (error) {
      // kafkajs has to see what its heartbeat said; anything else here is a broker that is away.
      if (groupMoved !== undefined) throw error;
      ledgerRead = undefined;
      wait(place, String(error));
    } finally {
      resolveDone(progress, messages, resolveOffset);
    }
  };

  return {
    handle: (payload) =>
      pace(async () => {
        const working = work(payload);
        running.add(working);
        await working.finally(() => running.delete(working));
      }),
    forget: () => {
      ledgerRead = undefined;
    },
    idle: async () => {
      await Promise.allSettled(running);
    },
  };
}

/** Moves on to the first message that is not done; the next fetch begins there. */
function resolveDone(progress: Progress, messages: readonly Received[], resolveOffset: (offset: string) => void): void {
  const firstOpen = messages.findIndex((message) => !progress.isDone(message, message.offset));
  const last = messages[(firstOpen === -1 ? messages.length : firstOpen) - 1];
  if (last === undefined) return;
  progress.advance(last, last.offset + 1);
  resolveOffset(String(last.offset));
}
