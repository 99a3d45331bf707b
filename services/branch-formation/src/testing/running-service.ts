import type { EventData, EventEnvelope, EventType, FormationView } from '@qucheng/contracts';
import { newId, today } from '@qucheng/service-kit';
import type { BaseConfig } from '@qucheng/service-kit';
import { createEventFeed, dropTestData, signedBy, testConfig, testScope } from '@qucheng/testing';
import type { TestScope } from '@qucheng/testing';
import request from 'supertest';
import { createService } from '../service.ts';

const noHeadcounts = { staff: null, le35: null, le28: null, members: null, partyMembers: null };

/** The service on the real servers, with the other services played over Kafka. `changes` may name worse servers. */
export async function runningService(changes: Partial<BaseConfig> = {}) {
  const config = { ...testConfig('branch-formation'), ...changes };
  const feed = createEventFeed(config);
  await feed.start();
  let service = await createService(config);
  await service.start();

  /** A firm as the other services tell of it: each word is the next version of its stream. */
  const firmOf = (scope: TestScope, communityId = newId()) => {
    const enterpriseId = newId();
    const contactId = newId();
    const versions: Record<string, number> = {};
    const tell = async <Type extends EventType>(
      kind: string,
      type: Type,
      data: EventData<Type>,
    ): Promise<EventEnvelope<Type, EventData<Type>>> => {
      const version = (versions[kind] = (versions[kind] ?? 0) + 1);
      return feed.send(type, data, { streetId: scope.streetId, stream: `${kind}-${enterpriseId}`, version });
    };
    return {
      enterpriseId,
      communityId,
      contactId,
      registered: () =>
        tell('enterprise', 'EnterpriseRegistered', {
          enterpriseId,
          creditCode: '92320213MAW09T0A5X',
          noCodeReason: null,
          name: '无锡润泽小馆',
          industry: '餐饮业',
          industryCode: null,
          serviceTrade: true,
          communityId,
          address: null,
          building: null,
          aboveScale: false,
          headcounts: noHeadcounts,
          contactIds: [contactId],
          ownerId: null,
          source: { kind: 'typed', on: today() },
        }),
      corrected: (changes: EventData<'EnterpriseCorrected'>['changes']) =>
        tell('enterprise', 'EnterpriseCorrected', { enterpriseId, changes, source: { kind: 'typed', on: today() } }),
      visited: () =>
        tell('visits', 'VisitLogged', {
          visitId: newId(),
          enterpriseId,
          on: today(),
          kind: 'visit',
          visitors: [newId()],
          metWith: { post: '店长' },
          headcounts: { ...noHeadcounts, staff: 44, le35: 29, le28: 12 },
          needs: ['social'],
          attitude: 'supports',
          promise: null,
        }),
      covered: () =>
        tell('coverage', 'EnterpriseCovered', {
          enterpriseId,
          activityId: newId(),
          on: today(),
          firstTime: true,
          people: 2,
          until: '2099-01-01',
        }),
      employed: async (
        status: EventData<'YoungEmployeeRegistered'>['status'],
        birthYear = Number(today().slice(0, 4)) - 25,
      ) => {
        const personId = newId();
        await tell('roster', 'YoungEmployeeRegistered', {
          personId,
          enterpriseId,
          birthYear,
          status,
          consentOn: today(),
        });
        return personId;
      },
      verified: (personId: string) =>
        tell('roster', 'MemberVerified', {
          personId,
          enterpriseId,
          method: 'certificate',
          result: 'member',
          on: today(),
        }),
      left: (personId: string) => tell('roster', 'YoungEmployeeLeft', { personId, enterpriseId, on: today() }),
      rosterConfirmed: () =>
        tell('roster', 'RosterConfirmed', { enterpriseId, members: 3, unverified: 0, le28: 3, le35: 3, on: today() }),
    };
  };

  /** A firm with everything a branch of its own needs but the route. */
  const firmWithMembers = async (scope: TestScope, count = 3) => {
    const firm = firmOf(scope);
    await firm.registered();
    await firm.visited();
    await firm.covered();
    const people: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const personId = await firm.employed('memberClaimed');
      await firm.verified(personId);
      people.push(personId);
    }
    await firm.rosterConfirmed();
    await service.settled();
    return { ...firm, people };
  };

  const as = (scope: TestScope) => ({
    get: (path: string) => request(service.url()).get(path).set(signedBy(scope)),
    post: (path: string, body: object, headers: Record<string, string> = {}) =>
      request(service.url()).post(path).set(signedBy(scope)).set(headers).send(body),
    view: async (enterpriseId: string): Promise<FormationView> => {
      const answer = await request(service.url())
        .get(`/enterprises/${enterpriseId}/formation`)
        .set(signedBy(scope))
        .expect(200);
      return answer.body as FormationView; // what the route says it answers
    },
  });

  return {
    feed,
    firmOf,
    firmWithMembers,
    as,
    config,
    someone: testScope,
    settled: () => service.settled(),
    restart: async () => {
      await service.stop();
      service = await createService(config);
      await service.start();
    },
    stop: async () => {
      await service.stop();
      await feed.stop();
      await dropTestData(config);
    },
  };
}
export type RunningService = Awaited<ReturnType<typeof runningService>>;
