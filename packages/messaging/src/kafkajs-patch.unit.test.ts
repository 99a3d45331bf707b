import { createRequire } from 'node:module';

/** What of kafkajs's inside patches/kafkajs@2.2.4.patch changes. */
interface RequestQueue {
  throttledUntil: number;
  push(request: object): void;
  fulfillRequest(answer: object): void;
  destroy(): void;
}
type Settings = Readonly<Record<string, unknown>>;

const inside = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as new (s: Settings) => RequestQueue;
const log = { debug: () => undefined, warn: () => undefined };

describe('kafkajs, as it is patched here', () => {
  let queue: RequestQueue;
  const sent: number[] = [];
  const send = (correlationId: number) => {
    const entry = { correlationId, apiKey: 1, apiVersion: 1, apiName: 'Fetch', resolve: () => 0, reject: () => 0 };
    queue.push({ entry, expectResponse: true, sendRequest: () => sent.push(correlationId) });
  };
  const answer = (correlationId: number) => {
    queue.fulfillRequest({ correlationId, size: 0, payload: null });
  };
  beforeEach(() => {
    jest.useFakeTimers();
    sent.length = 0;
    queue = new inside({ logger: log, maxInFlightRequests: 1, requestTimeout: 1_000, clientId: 'a', broker: 'b' });
  });
  afterEach(() => {
    queue.destroy();
    jest.useRealTimers();
  });

  it('sets no timer for a connection that waits for nothing, where it woke each process a thousand times a second', () => {
    send(1);
    answer(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('sends what waits for an answer once the answer is there', () => {
    send(1);
    send(2);
    expect(sent).toEqual([1]);
    answer(1);
    expect(sent).toEqual([1, 2]);
  });

  it('sends what waits for a throttled broker once it takes requests again', () => {
    queue.throttledUntil = Date.now() + 500;
    send(1);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(520);
    expect(sent).toEqual([1]);
  });
});
