import { fileURLToPath } from 'node:url';
import type { EventEnvelope, EventData } from '@qucheng/contracts';
import { PARTITIONS, TOPICS } from '@qucheng/contracts';
import { createMessaging } from '@qucheng/messaging';
import { newId } from '@qucheng/service-kit';
import { infrastructure, TEST_INTERNAL_KEY, testKeys, testScope, tokenFor } from '@qucheng/testing';

export const FIRMS = 10_000;
const COMMUNITY = newId();
const secretary = testScope();
const firms = Array.from({ length: FIRMS }, () => newId());

/** The body of the test record: a visit as a cadre logs it. */
const visit = JSON.stringify({
  on: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
  kind: 'visit',
  metWith: { post: '店长' },
  headcounts: { staff: 44, le35: 29, le28: 12, members: 3, partyMembers: 1 },
  needs: ['social', 'training'],
  attitude: 'supports',
  promise: null,
});

export interface VisitRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One visit to the firm at this place of the list, with a key of its own. */
export function visitTo(place: number): VisitRequest {
  return {
    path: `/enterprises/${firmAt(place)}/visits`,
    headers: { ...headers, 'idempotency-key': newId() },
    body: visit,
  };
}

export const firmAt = (place: number): string => firms[place % FIRMS] ?? '';
export const streetId = secretary.streetId;
export const headers = {
  authorization: `Bearer ${tokenFor(secretary, { expiresIn: 86_400 })}`,
  'content-type': 'application/json',
} as const;

/** What a service process of ours is told. `run` keeps databases and topics of measurements apart. */
export function environmentOf(service: string, run: string): Record<string, string> {
  const { mongoUrl, kafkaBrokers, redisUrl } = infrastructure();
  return {
    MONGO_URL: mongoUrl,
    MONGO_DB: `bench_${run}_${service.replaceAll('-', '_')}`,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    KAFKA_PREFIX: `bench-${run}-`,
    REDIS_URL: redisUrl,
    TOKEN_PUBLIC_KEY: testKeys.publicKey,
    INTERNAL_KEY: TEST_INTERNAL_KEY,
    SERVICES: '{}',
  };
}

/** The services measured here, by what their packages show others; their programs lie beside it. */
const SERVICES = {
  'activity-coverage': import.meta.resolve('@qucheng/activity-coverage'),
  'branch-formation': import.meta.resolve('@qucheng/branch-formation'),
  dashboards: import.meta.resolve('@qucheng/dashboards'),
};

export const entryOf = (service: keyof typeof SERVICES): string => fileURLToPath(new URL('main.js', SERVICES[service]));

export const siblingOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Tells the services of this run about all firms, as enterprise-registration would. */
export async function registerFirms(run: string): Promise<void> {
  const quiet = { info: () => undefined, warn: () => undefined, error: console.error };
  const messaging = createMessaging({
    ...{ brokers: infrastructure().kafkaBrokers, clientId: 'bench', prefix: `bench-${run}-`, log: quiet },
  });
  await messaging.ensureTopics(TOPICS.map((topic) => ({ topic, partitions: PARTITIONS })));
  const publisher = messaging.createPublisher();
  await publisher.start();
  for (let from = 0; from < FIRMS; from += 500) {
    const messages = firms.slice(from, from + 500).map((enterpriseId) => ({
      topic: 'qucheng.enterprise.v1',
      key: enterpriseId,
      value: registrationOf(enterpriseId),
    }));
    await publisher.publish(messages);
  }
  await publisher.stop();
  await messaging.stop();
}

function registrationOf(
  enterpriseId: string,
): EventEnvelope<'EnterpriseRegistered', EventData<'EnterpriseRegistered'>> {
  return {
    ...{
      specversion: '1.0',
      id: `enterprise-${enterpriseId}@1`,
      source: '/qucheng/enterprise-registration',
      subject: enterpriseId,
    },
    ...{
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      streetid: streetId,
      by: secretary.accountId,
    },
    ...{
      stream: `enterprise-${enterpriseId}`,
      streamversion: 1,
      through: 'import:bench',
      type: 'EnterpriseRegistered',
    },
    data: {
      ...{
        enterpriseId,
        creditCode: '92320213MAW09T0A5X',
        noCodeReason: null,
        name: `测试企业${enterpriseId.slice(-6)}`,
      },
      ...{
        industry: '餐饮业',
        industryCode: '62',
        serviceTrade: true,
        communityId: COMMUNITY,
        address: null,
        building: null,
      },
      ...{ aboveScale: false, contactIds: [], ownerId: null, source: { kind: 'import', on: '2026-09-01' } },
      headcounts: { staff: 44, le35: 29, le28: 12, members: 3, partyMembers: 1 },
    },
  };
}
