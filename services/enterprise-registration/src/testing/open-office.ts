import { randomBytes } from 'node:crypto';
import {
  createEventFeed,
  dropTestData,
  inDatabase,
  infrastructure,
  signedBy,
  testConfig,
  testScope,
} from '@qucheng/testing';
import type { EventFeed, TestScope } from '@qucheng/testing';
import { readWorkbook } from '@qucheng/documents';
import type { Service } from '@qucheng/service-kit';
import { Redis } from 'ioredis';
import { ulid } from 'ulid';
import type { Config } from '../config.ts';
import { createService } from '../service.ts';
import type { Seams } from '../service.ts';

/** A street with two communities and this service running for it. */
export interface Office {
  readonly service: Service;
  readonly config: Config;
  readonly feed: EventFeed;
  readonly secretary: TestScope;
  readonly communities: { readonly 江海新村: string; readonly 古运河: string };
  request(
    method: string,
    path: string,
    options?: { body?: unknown; as?: TestScope; key?: string; language?: string },
  ): Promise<Answer>;
  upload(bytes: Buffer, options?: { as?: TestScope; key?: string; name?: string; language?: string }): Promise<Answer>;
  /** Everything this service keeps, as text: for looking for what should not be there. */
  dump(): Promise<string>;
  /** Every job it ever queued, as text. */
  jobs(): Promise<string>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  // Tests look into answers of every shape.
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly bytes: Buffer;
  readonly headers: Headers;
}

export async function openOffice(
  seams: Seams = { readFile: readWorkbook },
  redisUrl = infrastructure().redisUrl,
): Promise<Office> {
  const config = testConfig('enterprise-registration', {
    redisUrl,
    masterKey: randomBytes(32).toString('base64'),
  });
  const redis = new Redis(infrastructure().redisUrl);
  const feed = createEventFeed(config);
  await feed.start();
  const service = await createService(config, seams);
  await service.start();
  const secretary = testScope();
  const { streetId } = secretary;
  const communities = { 江海新村: ulid(), 古运河: ulid() };
  await feed.send('StreetOpened', { streetId, name: '江海街道', district: '梁溪区', divisionCode: null }, { streetId });
  await feed.send('CommunityAdded', { communityId: communities.江海新村, name: '江海新村社区' }, { streetId });
  await feed.send('CommunityAdded', { communityId: communities.古运河, name: '古运河社区' }, { streetId });
  await service.settled();

  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(service.url() + path, init);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: isJson ? JSON.parse(bytes.toString()) : undefined,
    };
  };
  const headersOf = (as: TestScope, key?: string, language?: string): Record<string, string> => ({
    ...signedBy(as),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(language === undefined ? {} : { 'accept-language': language }),
  });

  return {
    service,
    config,
    feed,
    secretary,
    communities,
    request: (method, path, { body, as = secretary, key, language } = {}) =>
      send(path, {
        method,
        headers: {
          ...headersOf(as, key, language),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    upload: (bytes, { as = secretary, key, name = '台账.xlsx', language } = {}) => {
      const form = new FormData();
      form.append('kind', 'enterprises');
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return send('/imports', { method: 'POST', headers: headersOf(as, key, language), body: form });
    },
    dump: () =>
      inDatabase(config, async (database) => {
        const collections = await database.listCollections().toArray();
        const texts = await Promise.all(
          collections.map(async ({ name }) => JSON.stringify(await database.collection(name).find().toArray())),
        );
        return texts.join('\n');
      }),
    jobs: async () => {
      const keys = await redis.keys(`${config.kafkaPrefix}qc:*`);
      const hashes = await Promise.all(
        keys.map(async (key) => ((await redis.type(key)) === 'hash' ? redis.hgetall(key) : {})),
      );
      return JSON.stringify(hashes);
    },
    close: async () => {
      await service.stop();
      const keys = await redis.keys(`${config.kafkaPrefix}qc:*`);
      if (keys.length > 0) await redis.del(...keys);
      redis.disconnect();
      await feed.stop();
      await dropTestData(config);
    },
  };
}
