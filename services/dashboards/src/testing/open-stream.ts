import type { FunnelView } from '@qucheng/contracts';

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
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  const next = async (): Promise<FunnelView> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data !== undefined) return JSON.parse(data) as FunnelView; // our own server's frame
      } else {
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream has ended');
        text += value;
      }
    }
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
