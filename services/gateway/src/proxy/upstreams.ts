import type { ServiceName } from '@qucheng/contracts';
import { Pool } from 'undici';

const SETTINGS = {
  connectTimeout: 2_000,
  headersTimeout: 30_000,
  bodyTimeout: 60_000,
  keepAliveTimeout: 30_000,
  pipelining: 1,
} as const;

/** Connections to a service: bounded for requests, and apart from them one for every live stream that is open. */
interface Upstream {
  readonly requests: Pool;
  readonly streams: Pool;
}

export interface Upstreams {
  pool(service: ServiceName, live: boolean): Pool;
  close(): Promise<void>;
}

export function createUpstreams(addresses: Readonly<Record<string, string>>): Upstreams {
  const open = new Map<string, Upstream>();
  return {
    pool: (service, live) => {
      let upstream = open.get(service);
      if (upstream === undefined) {
        const address = addresses[service];
        if (address === undefined) throw new Error(`SERVICES names no address of ${service}`);
        upstream = {
          requests: new Pool(address, { ...SETTINGS, connections: 128 }),
          streams: new Pool(address, SETTINGS),
        };
        open.set(service, upstream);
      }
      return live ? upstream.streams : upstream.requests;
    },
    close: async () => {
      await Promise.all([...open.values()].flatMap(({ requests, streams }) => [requests.destroy(), streams.destroy()]));
    },
  };
}
