import type { ConsumerTools } from './consumer.ts';
import { decodeLedgerRecord, encodeRedriven, restoreReceived } from './dead-letters.ts';
import { attempt } from './attempt.ts';
import { decodeMessage } from './decode-message.ts';
import type { Received } from './decode-message.ts';
import { unread } from './ledger.ts';
import { chainsByKey } from './order-messages.ts';
import { placeId } from './progress.ts';
import { createRawPublisher } from './publisher.ts';
import type { RawPublisher } from './publisher.ts';
import { readRecords } from './read-records.ts';
import { settings } from './settings.ts';
import type { ConsumerOptions, IncomingMessage, Redriven } from './types.ts';

export type RedriveOptions = ConsumerOptions & { readonly topic: string; readonly limit?: number };

/**
 * Applies waiting letters key by key in their first order. A letter that fails again stays, and what is parked behind
 * it stays with it. Looks again at the end until nothing new was parked meanwhile, so a key comes free for good.
 */
export async function redrive(tools: ConsumerTools, options: RedriveOptions): Promise<Redriven> {
  const { group, topic, limit = Infinity } = options;
  const deadTopic = tools.names.deadLetters(topic, group);
  const publisher = createRawPublisher(tools);
  const waiting = new Map<string, Received>();
  const stuck = new Set<string>();
  let from = 0;
  let redriven = 0;
  try {
    for (;;) {
      from = await readWaiting(tools, deadTopic, from, waiting);
      const chains = chainsByKey(inFirstOrder(waiting)).filter((chain) => !stuck.has(chain[0]?.key ?? ''));
      if (chains.length === 0 || redriven >= limit) return { redriven, remaining: waiting.size };
      for (const chain of chains) {
        const through = await redriveChain(tools, options, chain.slice(0, limit - redriven), async (letter) => {
          await markRedriven(publisher, deadTopic, group, letter);
          waiting.delete(idOf(letter));
        });
        redriven += through;
        if (through < chain.length) stuck.add(chain[0]?.key ?? '');
      }
    }
  } finally {
    await publisher.stop();
  }
}

/** Takes over what was written at or after `from`; answers where to go on. */
async function readWaiting(
  tools: ConsumerTools,
  deadTopic: string,
  from: number,
  waiting: Map<string, Received>,
): Promise<number> {
  const range = await unread(tools.admin, deadTopic, from);
  await readRecords(tools, [{ topic: deadTopic, ...range }], (_topic, record) => {
    const { kind } = decodeLedgerRecord(record);
    const letter = restoreReceived(record);
    if (kind === 'letter') waiting.set(idOf(letter), letter);
    else waiting.delete(idOf(letter));
  });
  return range.to;
}

/** How many from the front of the chain were applied. */
async function redriveChain(
  { log }: ConsumerTools,
  options: RedriveOptions,
  chain: readonly Received[],
  applied: (letter: Received) => Promise<void>,
): Promise<number> {
  const { handle, handleBatch, attempts = settings.attempts } = options;
  const apply = async (message: IncomingMessage): Promise<void> => {
    await handle?.(message);
    // A letter is only gone once what it told is kept.
    await (
      await handleBatch?.([message])
    )?.durable;
  };
  for (const [through, letter] of chain.entries()) {
    const decoded = decodeMessage(letter);
    if (decoded === undefined) return through;
    const outcome = await attempt(() => apply(decoded), { attempts, blockAfter: attempts, stopped: () => false });
    if (outcome.kind !== 'applied') {
      const why = outcome.kind === 'dead' ? outcome.cause.message : outcome.message;
      log.warn({ group: options.group, ...placed(letter), error: why }, 'a dead letter failed again and stays');
      return through;
    }
    await applied(letter);
  }
  return chain.length;
}

const markRedriven = (publisher: RawPublisher, deadTopic: string, group: string, letter: Received): Promise<void> =>
  publisher.publish([encodeRedriven(deadTopic, group, letter, new Date())]);

const placed = ({ topic, partition, offset, key }: Received) => ({ topic, partition, offset, key });

const inFirstOrder = (waiting: ReadonlyMap<string, Received>): Received[] =>
  [...waiting.values()].sort((one, other) => one.partition - other.partition || one.offset - other.offset);

const idOf = (letter: Received): string => `${placeId(letter)}\n${letter.offset}`;
