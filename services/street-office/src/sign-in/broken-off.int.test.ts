import {
  dropTestData,
  eventually,
  inDatabase,
  infrastructure,
  startFaultProxy,
  TEST_INTERNAL_KEY,
  testConfig,
  testKeys,
} from '@qucheng/testing';
import type { FaultProxy } from '@qucheng/testing';
import type { Service } from '@qucheng/service-kit';
import request from 'supertest';
import { createService } from '../service.ts';

describe('signing in while the connection to the database is cut', () => {
  const { mongoUrl } = infrastructure();
  let database: FaultProxy;
  let config: ReturnType<typeof configured>;
  let service: Service;
  const configured = (address: string) =>
    testConfig('street-office', {
      mongoUrl: address,
      tokenPrivateKey: testKeys.privateKey,
      firstAdminPassword: 'canal-lotus-2026',
    });
  const signIn = () => request(service.url()).post('/session').send({ account: 'admin', password: 'canal-lotus-2026' });
  const tries = () => inDatabase({ ...config, mongoUrl }, (db) => db.collection('sign-in-attempts').countDocuments());
  beforeAll(async () => {
    database = await startFaultProxy(mongoUrl);
    config = configured(database.through(mongoUrl));
    service = await createService(config);
    await service.start();
    await request(service.url()).post('/internal/demo-street').set('x-internal-key', TEST_INTERNAL_KEY).expect(201);
  });
  afterAll(async () => {
    await service.stop();
    await dropTestData({ ...config, mongoUrl });
    await database.close();
  });

  it('asks to come back, and lets in who does', async () => {
    database.loseAnswers();
    const answer = signIn().then(({ status, headers }) => ({ status, retryAfter: headers['retry-after'] }));
    await eventually('the try is noted', async () => (await tries()) > 0);
    database.heal();
    database.reset();
    expect(await answer).toEqual({ status: 503, retryAfter: '2' });
    await signIn().expect(201);
  });
});
