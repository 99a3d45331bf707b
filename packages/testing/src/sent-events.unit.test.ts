import { sentEvents } from './sent-events.ts';

const streamOf = (...chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

async function all(body: ReadableStream<Uint8Array>): Promise<string[]> {
  const found: string[] = [];
  for await (const data of sentEvents(body)) found.push(data);
  return found;
}

describe('reading server-sent events', () => {
  it('hands out events however they were cut on the way', async () => {
    expect(await all(streamOf('data: 1\n\ndata: ', '2\n', '\nid: 7\ndata: 3\n\n'))).toEqual(['1', '2', '3']);
  });

  it('passes over comments, retries and what was never finished', async () => {
    expect(await all(streamOf('retry: 100\n\n: alive\n\ndata: 1\n\ndata: half'))).toEqual(['1']);
  });
});
