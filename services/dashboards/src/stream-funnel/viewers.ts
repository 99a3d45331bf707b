import type { FunnelPage } from '../funnel/funnel-page.ts';

/** One open stream, as much of it as is needed here. */
export interface Stream {
  /** False when the reader is slower than the frames. */
  write(frame: string): boolean;
  end(): void;
}

export interface Viewers {
  /** Adds a stream and sends it the figures as they stand; the result takes it out again. */
  add(stream: Stream, view: View): () => void;
  /** As many streams as one process should hold. */
  full(): boolean;
  /** Figures of these streets moved: the first change goes out at once, then at most one frame per pace. */
  moved(streetIds: ReadonlySet<string>): void;
  start(): void;
  stop(): void;
}

/** What a viewer sees, and how often at most. */
export interface View {
  readonly streetId: string;
  /** null: the whole street. */
  readonly communityIds: readonly string[] | null;
  /** Shortest time between two frames, ms. */
  readonly paceMs: number;
}

/** Everybody who sees the same figures at the same pace: one frame is made for all of them. */
interface Audience extends View {
  readonly streams: Set<Stream>;
  /** Until when frames wait, ms of `now`. */
  quietUntil: number;
  pending: NodeJS.Timeout | undefined;
  frame: number;
}

interface Timing {
  readonly heartbeatMs: number;
  /** A stream ends after this long: who was let in once may have lost the right since, and comes back to be asked. */
  readonly longestMs: number;
  readonly limit: number;
  readonly now: () => number;
}

const TIMING: Timing = { heartbeatMs: 15_000, longestMs: 10 * 60_000, limit: 5_000, now: () => performance.now() };

export function createViewers(page: FunnelPage, timing: Partial<Timing> = {}): Viewers {
  const { heartbeatMs, longestMs, limit, now } = { ...TIMING, ...timing };
  const audiences = new Map<string, Audience>();
  let heartbeat: NodeJS.Timeout | undefined;

  const frameOf = (audience: Audience): string =>
    `id: ${String(audience.frame)}\nevent: funnel\ndata: ${JSON.stringify(page(audience.streetId, audience.communityIds))}\n\n`;

  const sendTo = (audience: Audience, text: string) => {
    for (const stream of audience.streams) {
      if (stream.write(text)) continue;
      // A reader who cannot keep up is let go: EventSource comes back and gets the newest figures. Taken out at once,
      // because it may take long to be gone, and a write after the end would be an error nobody handles.
      audience.streams.delete(stream);
      stream.end();
    }
  };

  const send = (audience: Audience) => {
    audience.pending = undefined;
    audience.quietUntil = now() + audience.paceMs;
    audience.frame += 1;
    sendTo(audience, frameOf(audience));
  };

  const move = (audience: Audience) => {
    if (audience.pending !== undefined) return;
    const wait = audience.quietUntil - now();
    if (wait <= 0) send(audience);
    else
      audience.pending = setTimeout(() => {
        send(audience);
      }, wait);
  };

  const leave = (key: string, audience: Audience, stream: Stream) => {
    audience.streams.delete(stream);
    if (audience.streams.size > 0 || audiences.get(key) !== audience) return;
    clearTimeout(audience.pending);
    audiences.delete(key);
  };

  return {
    full: () => [...audiences.values()].reduce((sum, { streams }) => sum + streams.size, 0) >= limit,
    add(stream, view) {
      const communities = view.communityIds === null ? '*' : [...view.communityIds].sort().join(',');
      const key = `${view.streetId}/${communities}/${view.paceMs}`;
      const audience = audiences.get(key) ?? {
        ...view,
        streams: new Set<Stream>(),
        quietUntil: 0,
        pending: undefined,
        frame: 0,
      };
      audiences.set(key, audience);
      audience.streams.add(stream);
      stream.write(`retry: 2000\n${frameOf(audience)}`);
      const longest = setTimeout(() => {
        leave(key, audience, stream);
        stream.end();
      }, longestMs);
      longest.unref();
      return () => {
        clearTimeout(longest);
        leave(key, audience, stream);
      };
    },
    moved(streetIds) {
      for (const audience of audiences.values()) if (streetIds.has(audience.streetId)) move(audience);
    },
    start() {
      heartbeat = setInterval(() => {
        for (const audience of audiences.values()) sendTo(audience, ': still here\n\n');
      }, heartbeatMs);
      heartbeat.unref();
    },
    stop() {
      clearInterval(heartbeat);
      for (const audience of audiences.values()) {
        clearTimeout(audience.pending);
        for (const stream of audience.streams) stream.end();
      }
      audiences.clear();
    },
  };
}
