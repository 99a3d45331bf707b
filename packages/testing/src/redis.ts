import { Redis } from 'ioredis';
import { ulid } from 'ulid';
import { infrastructure } from './infrastructure.ts';

/** A corner of the real Redis that nobody else uses: every key in it starts with `prefix`. */
export interface FreshRedis {
  readonly url: string;
  readonly prefix: string;
  keys(): Promise<string[]>;
  /** What FLUSHALL would leave of it: nothing. */
  flush(): Promise<void>;
  /** Removes the keys and closes the connection. */
  drop(): Promise<void>;
}

export function freshRedis(purpose: string): FreshRedis {
  const url = infrastructure().redisUrl;
  const prefix = `test-${purpose}-${ulid().toLowerCase()}`;
  const client = new Redis(url);
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, page] = await client.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1000);
      found.push(...page);
      cursor = next;
    } while (cursor !== '0');
    return found;
  };
  const flush = async (): Promise<void> => {
    const found = await keys();
    if (found.length > 0) await client.del(...found);
  };
  return {
    url,
    prefix,
    keys,
    flush,
    drop: async () => {
      await flush();
      client.disconnect();
    },
  };
}
