import { infrastructure, startFaultProxy } from '@qucheng/testing';
import type { FaultProxy } from '@qucheng/testing';
import { newId } from '@qucheng/service-kit';
import { runningService } from '../testing/running-service.ts';
import type { RunningService } from '../testing/running-service.ts';

describe('while the database hangs', () => {
  let database: FaultProxy;
  let running: RunningService;
  beforeAll(async () => {
    database = await startFaultProxy(infrastructure().mongoUrl);
    running = await runningService({ mongoUrl: database.through(infrastructure().mongoUrl) });
  }, 60_000);
  afterAll(async () => {
    database.heal();
    await running.stop();
    await database.close();
  });

  it('lists and replies say so instead of hanging too', async () => {
    const { get, post } = running.as(running.someone());
    await get('/applications').expect(200);
    database.stall();
    const reply = { replyNo: '7号', fullName: '某团支部' };
    const answers = await Promise.all([get('/applications'), post(`/applications/${newId()}/approval`, reply)]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    database.heal();
    await get('/applications').expect(200);
  }, 20_000);
});
