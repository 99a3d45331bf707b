import { Agent, request } from 'node:http';
import type { FunnelView } from '@qucheng/contracts';
import { sentEvents } from '@qucheng/testing';
import type { NodeProcess } from '../node-process.ts';
import { headers, visitTo } from './visits.ts';

export interface Delays {
  /** From sending a command to its answer, ms. */
  readonly ack: readonly number[];
  /** From a command's answer to the frame of the funnel that counts it, ms, for a viewer who asks for every change at once. */
  readonly funnel: readonly number[];
  /** The same for the web front, which leaves the pace of its frames to the service. */
  readonly screen: readonly number[];
}

/** The fastest pace the service grants: what is left is the way of the facts, without the wait between two frames. */
const AT_ONCE = '?paceMs=5';

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Open loop: sends commands at a fixed rate, whether or not the ones before were answered, and watches the live funnel. */
export async function delaysAt(
  perSecond: number,
  seconds: number,
  firstFirm: number,
  { visits, dashboards }: { readonly visits: NodeProcess; readonly dashboards: NodeProcess },
): Promise<Delays> {
  const count = perSecond * seconds;
  const [funnel, screen] = await Promise.all([AT_ONCE, ''].map((pace) => watchFunnel(dashboards.url, pace)));
  const sent: { readonly ack: number; readonly answeredAt: number }[] = [];
  const start = performance.now() + 50;
  await Promise.all(
    Array.from({ length: count }, async (_, place) => {
      await until(start + (place * 1000) / perSecond);
      const sentAt = performance.now();
      await post(visits.url, visitTo(firstFirm + place));
      const answeredAt = performance.now();
      sent.push({ ack: answeredAt - sentAt, answeredAt });
    }),
  );
  const answered = sent.map(({ answeredAt }) => answeredAt).sort((one, other) => one - other);
  return {
    ack: sent.map(({ ack }) => ack),
    funnel: delays(answered, await funnel?.counted(count)),
    screen: delays(answered, await screen?.counted(count)),
  };
}

/**
 * A frame shows how many, not which: the k-th firm to be answered is taken for the k-th to be shown. Where two overtook
 * each other, or one was shown before its answer arrived, the slowest have taken longer than it says here.
 */
function delays(answered: readonly number[], shownAt: readonly number[] = []): number[] {
  return answered.map((at, place) => Math.max(0, (shownAt[place] ?? Number.NaN) - at));
}

async function until(moment: number): Promise<void> {
  const wait = moment - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}

async function post(url: string, { path, headers: own, body }: ReturnType<typeof visitTo>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const sending = request(
      `${url}${path}`,
      { agent, method: 'POST', headers: { ...own, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`a command was answered ${String(answer.statusCode)}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

interface WatchedFunnel {
  /** When each of the next `count` firms to be visited was first shown; ends the watching. */
  counted(count: number): Promise<readonly number[]>;
}

/** Reads the live stream as a browser would, and notes when each firm more was shown as visited. */
async function watchFunnel(url: string, pace: string): Promise<WatchedFunnel> {
  const ending = new AbortController();
  const { body } = await fetch(`${url}/dashboards/stream${pace}`, {
    headers: { authorization: headers.authorization },
    signal: ending.signal,
  });
  if (body === null) throw new Error('the stream has no body');
  const shownAt: number[] = [];
  let before: number | undefined;
  let notify: () => void = () => undefined;
  const onFrame = (funnel: FunnelView) => {
    const reached = funnel.steps.find(({ stage }) => stage === 'visited')?.reached ?? 0;
    before ??= reached;
    const now = performance.now();
    while (shownAt.length < reached - before) shownAt.push(now);
    notify();
  };
  const first = new Promise<void>((resolve) => (notify = resolve));
  const reading = readFrames(body, onFrame).catch(() => undefined);
  await first;
  return {
    counted: async (count) => {
      await new Promise<void>((resolve) => {
        notify = () => {
          if (shownAt.length >= count) resolve();
        };
        notify();
      });
      ending.abort();
      await reading;
      return shownAt;
    },
  };
}

async function readFrames(body: ReadableStream<Uint8Array>, onFrame: (funnel: FunnelView) => void): Promise<void> {
  for await (const data of sentEvents(body)) onFrame(JSON.parse(data) as FunnelView); // our own frame
}
