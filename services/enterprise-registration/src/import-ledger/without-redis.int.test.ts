import { openOffice } from '../testing/open-office.ts';
import type { Office } from '../testing/open-office.ts';

describe('while Redis is away', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(undefined, 'redis://127.0.0.1:9');
  });
  afterAll(() => office.close());

  it('firms are registered, files are previewed, and a commit is accepted and waits', async () => {
    expect(
      (await office.request('POST', '/enterprises', { body: { name: '甲店', noCodeReason: 'individual' } })).status,
    ).toBe(201);
    const { body } = await office.upload(Buffer.from('企业名称,行业\n乙店,零售业\n'), { name: '小.csv' });
    expect(body.counts).toMatchObject({ rows: 1, new: 1 });
    expect(await office.request('POST', `/imports/${body.importId}/commit`, { body: {} })).toMatchObject({
      status: 201,
      body: { status: 'committing', done: 0 },
    });
    expect(await office.request('GET', '/health/ready')).toMatchObject({ status: 200 });
  });
});
