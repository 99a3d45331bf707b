import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTable, readWorkbook } from '@qucheng/documents';
import { testScope } from '@qucheng/testing';
import { ulid } from 'ulid';
import { openOffice } from '../testing/open-office.ts';
import type { Office } from '../testing/open-office.ts';
import { LEDGER_COLUMNS } from './ledger-columns.ts';

const ledger = readFileSync(join(__dirname, '../../demo-data/ledger-jianghai-2026.xlsx'));
const clean = readFileSync(join(__dirname, '../../test-data/ledger-clean.csv'));

describe('importing a ledger', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const commit = async (importId: string) => {
    const started = await office.request('POST', `/imports/${importId}/commit`, { body: {} });
    expect(started.status).toBe(201);
    await office.service.settled();
    return (await office.request('GET', `/imports/${importId}`)).body;
  };
  let first: string;

  it('shows before anything is written what would become of each row', async () => {
    const preview = await office.upload(ledger);
    expect(preview).toMatchObject({
      status: 201,
      body: {
        status: 'preview',
        sheet: '台账',
        done: 0,
        counts: { rows: 656, new: 618, changed: 0, same: 16, refused: 22 },
        repeated: 16,
      },
    });
    first = preview.body.importId;
    expect(preview.body.rows).toHaveLength(100);
    expect(preview.body.rows[0]).toMatchObject({
      row: 130,
      fate: 'refused',
      values: {
        name: '无锡星岚禾小馆',
        contact: expect.stringMatching(/^.{1,2}\*\*$/),
        phone: expect.stringMatching(/^138\*{4}\d{4}$/),
      },
    });
    expect(preview.body.rows[0].issues).toContainEqual({
      column: '统一社会信用代码',
      cell: 'C130',
      code: 'code-organisation',
      severity: 'error',
      message: '这是 9 位组织机构代码，请填写 18 位统一社会信用代码',
    });
    await office.service.settled();
    expect(await office.feed.published('EnterpriseRegistered')).toEqual([]);
  });

  it('writes the good rows in the background, in a few seconds, and tells the others', async () => {
    const started = performance.now();
    const done = await commit(first);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(done).toMatchObject({
      status: 'committed',
      done: 656,
      counts: { rows: 656, new: 618, changed: 0, same: 16, refused: 22 },
      repeated: 16,
      failure: null,
    });
    const events = await office.feed.published('EnterpriseRegistered');
    expect(new Set(events.map(({ data }) => data.enterpriseId)).size).toBe(618);
    expect(events[0]).toMatchObject({ through: `import:${first}`, by: office.secretary.accountId });
    expect(events.find(({ data }) => data.source.row === 6)?.data).toMatchObject({
      name: '无锡市光谷帆数码店',
      communityId: office.communities.江海新村,
      industryCode: '52',
      serviceTrade: true,
      building: '广益家居广场',
      headcounts: { staff: 44, le35: 29, le28: 12, members: 12, partyMembers: 0 },
      source: { kind: 'import', importId: first, file: '台账.xlsx', row: 6 },
    });
  });

  it('writes nothing when the same file comes again', async () => {
    const before = (await office.feed.published('EnterpriseRegistered')).length;
    const { body } = await office.upload(ledger);
    expect(body.counts).toEqual({ rows: 656, new: 0, changed: 0, same: 634, refused: 22 });
    expect(await commit(body.importId)).toMatchObject({
      status: 'committed',
      counts: { new: 0, changed: 0, same: 634, refused: 22 },
    });
    expect(await office.feed.published('EnterpriseRegistered')).toHaveLength(before);
    expect(await office.feed.published('EnterpriseCorrected')).toEqual([]);
  });

  it('starts once however often commit is asked for', async () => {
    expect((await office.request('POST', `/imports/${first}/commit`, { body: {} })).body).toMatchObject({
      status: 'committed',
    });
  });

  it('corrects firms from a better list: codes that were missing, firms that had been refused', async () => {
    const { body } = await office.upload(clean, { name: 'ledger-clean.csv' });
    expect(body.counts.rows).toBe(640);
    const done = await commit(body.importId);
    expect(done.counts).toEqual(body.counts);
    expect(done.counts.new).toBe(22);
    expect(done.counts.refused).toBe(0);
    const again = await office.upload(clean);
    expect(again.body.counts).toEqual({ rows: 640, new: 0, changed: 0, same: 640, refused: 0 });
  });

  it('sends the same rows back with what is wrong with them', async () => {
    const result = await office.request('GET', `/imports/${first}/result.xlsx`);
    expect(result.headers.get('content-disposition')).toContain(encodeURIComponent('台账-导入结果.xlsx'));
    const table = findTable(await readWorkbook(result.bytes), [
      ...LEDGER_COLUMNS,
      { field: 'outcome', headers: ['处理结果'] },
      { field: 'reasons', headers: ['错误原因'] },
    ]);
    const told = ['name', 'outcome', 'reasons'].map(
      (field) => table?.columns.find((found) => found.field === field)?.column ?? -1,
    );
    const rows =
      table?.rows.map(({ number, cells }) => ({ number, texts: told.map((column) => cells[column]?.text) })) ?? [];
    expect(rows).toHaveLength(656);
    expect(rows.find(({ number }) => number === 130)?.texts).toEqual([
      '无锡星岚禾小馆',
      '未导入',
      expect.stringContaining('组织机构代码'),
    ]);
    expect(rows.find(({ number }) => number === 17)?.texts).toEqual(['无锡沁彤快捷酒店', '无变化', '与第 16 行相同']);
    const again = await office.upload(result.bytes, { name: '台账-导入结果.xlsx' });
    expect(again.body.counts).toMatchObject({ rows: 656, new: 0, refused: 22 });
  });

  it("is nobody else's business", async () => {
    const stranger = testScope();
    expect((await office.request('GET', `/imports/${first}`, { as: stranger })).status).toBe(404);
    expect((await office.request('POST', `/imports/${first}/commit`, { as: stranger, body: {} })).status).toBe(404);
    const cadre = testScope({ streetId: office.secretary.streetId, role: 'cadre', communityIds: [] });
    expect((await office.upload(ledger, { as: cadre })).status).toBe(403);
  });

  it('gives the first answer when an upload is repeated, and refuses another file under the same key', async () => {
    const key = ulid();
    const one = await office.upload(ledger, { key });
    const two = await office.upload(ledger, { key });
    expect([two.status, two.body.importId]).toEqual([201, one.body.importId]);
    expect(await office.upload(clean, { key })).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  });

  it('shows rows it could not read at all, and goes on with the others', async () => {
    const file =
      '企业名称,统一社会信用代码,行业,职工总数,联系人,联系电话\n,91320213MAK0R8TD3K,零售业,3,,\n丙店,办理中,零售业,一堆,甲,1\n丙店,,零售业,9,甲,\n';
    const { body } = await office.upload(Buffer.from(file), { name: '小.csv', language: 'en' });
    expect(body.counts).toEqual({ rows: 3, new: 1, changed: 0, same: 0, refused: 2 });
    expect(
      body.rows.map(({ row, issues }: { row: number; issues: { code: string }[] }) => [
        row,
        issues.map(({ code }) => code),
      ]),
    ).toEqual([
      [2, ['name-missing']],
      [4, ['row-contradicts']],
      [3, ['count-unreadable', 'phone-unreadable']],
    ]);
    expect(await commit(body.importId)).toMatchObject({ status: 'committed', counts: { rows: 3, new: 1, refused: 2 } });
    expect((await office.request('GET', `/imports/${body.importId}/result.xlsx`)).status).toBe(200);
  });

  it.each([
    ['a renamed program', Buffer.from('MZ\u0090\u0000'), 422, 'file-not-a-table'],
    ['an empty file', Buffer.alloc(0), 422, 'file-empty'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(900)]), 422, 'file-old-format'],
    ['more than 20 MB', Buffer.alloc(21_000_000, 0x2c), 413, 'file-too-large'],
    ['a table of something else', Buffer.from('日期,天气\n1,晴\n'), 422, 'header-not-found'],
    ['a header and nothing below', Buffer.from('企业名称,行业\n'), 422, 'no-rows'],
  ])('refuses %s within two seconds and keeps nothing', async (_, bytes, status, code) => {
    const started = performance.now();
    const refused = await office.upload(bytes, { language: 'en' });
    expect(refused).toMatchObject({ status, body: { code, title: expect.stringMatching(/^[A-Z]/) } });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('keeps no name and no telephone number readable, in no collection, no message and no job', async () => {
    const kept = await office.dump();
    const jobs = await office.jobs();
    expect(jobs).toContain(first);
    const told = JSON.stringify(await office.feed.published('EnterpriseRegistered'));
    for (const canary of ['贺䶮思', '陆桐', '13800000001', '138-0000-0000', '古丽娜扎尔']) {
      expect(kept).not.toContain(canary);
      expect(told).not.toContain(canary);
      expect(jobs).not.toContain(canary);
    }
    expect(kept).toContain('无锡市光谷帆数码店');
  });
});
