import { createEventFeed, dropTestData, signedBy, TEST_INTERNAL_KEY, testConfig, testScope } from '@qucheng/testing';
import { RegisterEnterprise } from '@qucheng/contracts';
import type { StoredEvent, StreamKind } from '@qucheng/event-store';
import { PermanentError } from '@qucheng/messaging';
import request from 'supertest';
import { ulid } from 'ulid';
import {
  accepts,
  answer,
  commandContext,
  createFrame,
  idOf,
  orAbsent,
  reactionContext,
  requires,
  scopeOf,
} from '../index.ts';
import { createFingerprint } from '../http/fingerprint.ts';
import type { Frame } from '../index.ts';

type OwnerAssigned = StoredEvent<'OwnerAssigned', { enterpriseId: string; cadreId: string | null; from: string }>;
const firms: StreamKind<{ owners: number }, OwnerAssigned> = {
  name: 'enterprise',
  initial: { owners: 0 },
  evolve: ({ owners }) => ({ owners: owners + 1 }),
};

const config = testConfig('enterprise-registration');
const feed = createEventFeed(config);
const secretary = testScope();
const heard: string[] = [];
const refused = { name: '' };
let service: Frame;

beforeAll(async () => {
  await feed.start();
  service = await createFrame({
    name: 'enterprise-registration',
    config,
    toContract: (event: OwnerAssigned) => event,
    build: ({ events }) => {
      const streams = events.streams(firms);
      const assign = (command: { enterpriseId: string }) => [
        {
          type: 'OwnerAssigned' as const,
          data: { enterpriseId: command.enterpriseId, cadreId: null, from: '2026-03-01' },
        },
      ];
      return {
        routes: (router) => {
          router.post(
            '/enterprises',
            requires('enterprise.register'),
            accepts(RegisterEnterprise, async (req, res) => {
              const context = commandContext(req);
              const id = context.commandId;
              answer(
                req,
                res,
                { id, stream: `enterprise-${id}` },
                await streams.handle(context, id, assign, { enterpriseId: id }, {}),
              );
            }),
          );
          router.get('/enterprises/:enterpriseId', requires('enterprise.read'), async (req, res) => {
            res.json(orAbsent(await streams.load(scopeOf(req).streetId, idOf(req, 'enterpriseId'))));
          });
        },
        internalRoutes: (router) => router.get('/heard', (_req, res) => void res.json(heard)),
        reactions: {
          StreetOpened: async (event) => {
            if (event.data.name === refused.name) throw new PermanentError('refused', 'a defect of ours');
            heard.push(event.data.name);
            const { streetId } = event.data;
            await streams.handle(
              reactionContext(event, 'enterprise-registration'),
              streetId,
              assign,
              { enterpriseId: streetId },
              {},
            );
          },
          CommunityAdded: () => Promise.resolve(),
        },
      };
    },
  });
  await service.start();
});

afterAll(async () => {
  await service.stop();
  await feed.stop();
  await dropTestData(config);
});

describe('a service in its frame', () => {
  it('answers a write with what is needed to read it back, and the same again for the same key', async () => {
    const key = ulid();
    const post = () =>
      request(service.url())
        .post('/enterprises')
        .set(signedBy(secretary))
        .set('Idempotency-Key', key)
        .send({ name: '无锡市渠成咖啡' });
    const first = await post().expect(201);
    expect(first.body).toEqual({ id: key, version: 1, written: `enterprise-${key}@1` });
    expect((await post().expect(201)).body).toEqual(first.body);
    await request(service.url())
      .get(`/enterprises/${key}`)
      .set(signedBy(secretary))
      .expect(200, { state: { owners: 1 }, version: 1 });
  });

  it('refuses the same key for another body', async () => {
    const key = ulid();
    const post = (name: string) =>
      request(service.url()).post('/enterprises').set(signedBy(secretary)).set('Idempotency-Key', key).send({ name });
    await post('甲').expect(201);
    const { body } = await post('乙').expect(422);
    expect(body).toMatchObject({ code: 'key-reused', status: 422, title: '同一编号的请求已提交过不同内容' });
  });

  it('keeps nothing of a body in the log that could be tried out by guessing it', async () => {
    const key = ulid();
    const sent = JSON.stringify({ name: '丁' });
    await request(service.url())
      .post('/enterprises')
      .set(signedBy(secretary))
      .set('Idempotency-Key', key)
      .set('Content-Type', 'application/json')
      .send(sent)
      .expect(201);
    const asked = `POST /enterprises\n${secretary.accountId}\n${sent}`;
    const { fingerprint } = orAbsent(await service.connection.collection('commits').findOne({ commandId: key }));
    expect(fingerprint).toBe(createFingerprint(config.internalKey)(asked));
  });

  it('publishes the contract event with the id of its place in the stream', async () => {
    const { body } = await request(service.url())
      .post('/enterprises')
      .set(signedBy(secretary))
      .send({ name: '丙' })
      .expect(201);
    await service.settled();
    const published = await feed.published('OwnerAssigned');
    expect(published).toContainEqual(
      expect.objectContaining({
        id: body.written,
        subject: body.id,
        streetid: secretary.streetId,
        by: secretary.accountId,
      }),
    );
  });

  it('applies an event delivered twice once', async () => {
    const streetId = ulid();
    const opened = await feed.send(
      'StreetOpened',
      { streetId, name: '江海街道', district: '梁溪区', divisionCode: '320213005' },
      { streetId },
    );
    await feed.resend(opened);
    await service.settled();
    const { body } = await request(service.url())
      .get('/internal/heard')
      .set('x-internal-key', TEST_INTERNAL_KEY)
      .expect(200);
    expect(body).toEqual(['江海街道', '江海街道']);
    await request(service.url())
      .get(`/enterprises/${streetId}`)
      .set(signedBy(testScope({ streetId })))
      .expect(200, { state: { owners: 1 }, version: 1 });
  });

  it('puts dead letters through when their cause is mended and somebody asks for it', async () => {
    refused.name = '春申街道';
    const streetId = ulid();
    await feed.send(
      'StreetOpened',
      { streetId, name: refused.name, district: '梁溪区', divisionCode: null },
      { streetId },
    );
    await service.settled();
    expect(heard).not.toContain('春申街道');
    refused.name = '';
    const { body } = await request(service.url())
      .post('/internal/redrive')
      .set('x-internal-key', TEST_INTERNAL_KEY)
      .expect(200);
    expect(body).toEqual({ 'qucheng.office.v1': { redriven: 1, remaining: 0 } });
    expect(heard).toContain('春申街道');
  });

  it('answers 404 for what belongs to another street', async () => {
    const { body } = await request(service.url())
      .post('/enterprises')
      .set(signedBy(secretary))
      .send({ name: '丁' })
      .expect(201);
    await request(service.url())
      .get(`/enterprises/${String(body.id)}`)
      .set(signedBy(testScope()))
      .expect(404);
  });

  it('lets nobody in without a good token, and nobody do what their role may not', async () => {
    const get = () => request(service.url()).get(`/enterprises/${ulid()}`);
    await get().expect(401);
    await get().set('authorization', 'Bearer nonsense').expect(401);
    await get()
      .set(signedBy(secretary, { expiresIn: -5 }))
      .expect(401);
    await get()
      .set(signedBy(secretary, { audience: 'elsewhere' }))
      .expect(401);
    await get()
      .set(signedBy(testScope({ role: 'districtViewer' })))
      .expect(403);
  });

  it('keeps internal paths to services', async () => {
    await request(service.url()).get('/internal/heard').expect(401);
    await request(service.url()).get('/internal/heard').set('x-internal-key', 'guess').expect(401);
  });

  it('is alive, ready, and tells its figures', async () => {
    await request(service.url()).get('/health/live').expect(200, { live: true });
    await request(service.url()).get('/health/ready').expect(200, { ready: true, waitingFor: [] });
    const { text } = await request(service.url()).get('/metrics').expect(200);
    expect(text).toContain('http_request_seconds_bucket');
    expect(text).toContain('route="/enterprises/:enterpriseId"');
    expect(text).toContain('relay_unpublished_commits');
  });
});

describe('a service that does not hear what the catalogue sends it', () => {
  it('does not come to be', async () => {
    const lame = createFrame({
      name: 'enterprise-registration',
      config: testConfig('enterprise-registration'),
      build: () => ({ routes: () => undefined }),
    });
    await expect(lame).rejects.toThrow('listens to StreetOpened, CommunityAdded by the catalogue and has no reaction');
  });

  it('nor one that waits for what is never sent', async () => {
    const deaf = createFrame({
      name: 'street-office',
      config: testConfig('street-office'),
      build: () => ({ routes: () => undefined, reactions: { BranchFormed: () => Promise.resolve() } }),
    });
    await expect(deaf).rejects.toThrow('reacts to BranchFormed');
  });
});
