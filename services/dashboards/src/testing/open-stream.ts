import type { FunnelView } from '@qucheng/contracts';
import { sentEvents } from '@qucheng/testing';

interface FunnelStream {
  /** The next frame. */
  next(): Promise<FunnelView>;
  /** Reads frames until one fits. */
  until(fits: (funnel: FunnelView) => boolean): Promise<FunnelView>;
  close(): void;
}

/** A reader of the funnel's stream, as a browser's EventSource would be. */
export async function openStream(url: string, headers: Record<string, string>): Promise<FunnelStream> {
  const ending = new AbortController();
  const { body } = await fetch(url, { headers, signal: ending.signal });
  if (body === null) throw new Error('the stream has no body');
  const frames = sentEvents(body);

  const next = async (): Promise<FunnelView> => {
    const { value, done } = await frames.next();
    if (done) throw new Error('the stream has ended');
    return JSON.parse(value) as FunnelView; // our own server's frame
  };

  return {
    next,
    until: async (fits) => {
      for (;;) {
        const funnel = await next();
        if (fits(funnel)) return funnel;
      }
    },
    close: () => {
      ending.abort();
    },
  };
}
