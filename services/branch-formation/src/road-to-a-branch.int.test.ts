import { ApplicationItem, FormationView } from '@qucheng/contracts';
import type { EventEnvelope, EventType } from '@qucheng/contracts';
import { addDays, newId, today } from '@qucheng/service-kit';
import { inDatabase } from '@qucheng/testing';
import { runningService } from './testing/running-service.ts';
import type { RunningService } from './testing/running-service.ts';

let running: RunningService;
beforeAll(async () => {
  running = await runningService();
}, 60_000);
afterAll(async () => {
  await running.stop();
});

const election = (personId: string) => ({
  due: 3,
  present: 3,
  ballots: { sent: 3, returned: 3, valid: 3 },
  elected: [{ post: 'secretary', personId, votes: 3 }],
});
const reply = {
  replyNo: '江团复〔2026〕9号',
  termFrom: today(),
  transfersStarted: true,
  nationalSystemId: '320213-0007',
};
const paperOf = (personId: string) => ({
  reason: '团员三人',
  candidates: [{ post: 'secretary', personId }],
  sealed: true,
});
const idIn = (body: unknown, field: string): string => String((body as Record<string, unknown>)[field]);

/** A firm with an application that waits. */
async function firmThatApplied(scope = running.someone()) {
  const firm = await running.firmWithMembers(scope);
  const [first = ''] = firm.people;
  const { post } = running.as(scope);
  await post(`/enterprises/${firm.enterpriseId}/formation/route`, { route: 'solo' }).expect(201);
  const { body } = await post(`/enterprises/${firm.enterpriseId}/formation/application`, paperOf(first)).expect(201);
  return { ...firm, scope, first, applicationId: idIn(body, 'applicationId') };
}

describe('the road of one firm', () => {
  it('ends with a branch that other services hear of', async () => {
    const scope = running.someone();
    await running.feed.send(
      'StreetOpened',
      { streetId: scope.streetId, name: '江海街道', district: '无锡市梁溪区', divisionCode: null },
      { streetId: scope.streetId },
    );
    const firm = await running.firmWithMembers(scope);
    const [first = ''] = firm.people;
    const { post, view, get } = running.as(scope);
    const formation = `/enterprises/${firm.enterpriseId}/formation`;
    expect(await view(firm.enterpriseId)).toMatchObject({
      stage: 'rosterVerified',
      towards: 'ready',
      nextAction: 'choose-route',
      counts: { members: 3 },
    });

    await post(`${formation}/liaison`, { personId: firm.contactId, agreed: true }).expect(201);
    await post(`${formation}/route`, { route: 'solo' }).expect(201);
    const fullName = '中国共产主义青年团无锡市梁溪区江海街道无锡润泽小馆支部委员会';
    expect(await view(firm.enterpriseId)).toMatchObject({
      stage: 'ready',
      nextAction: 'apply',
      suggestedName: fullName,
    });

    const applied = await post(`${formation}/application`, paperOf(first)).expect(201);
    const applicationId = idIn(applied.body, 'applicationId');
    const { body: waiting } = await get('/applications?status=pending').expect(200);
    expect(waiting).toMatchObject({
      items: [
        { applicationId, enterpriseName: '无锡润泽小馆', daysWaiting: 0, daysAllowed: 30, suggestedName: fullName },
      ],
      nextCursor: null,
    });
    expect(ApplicationItem.array().parse((waiting as { items: unknown }).items)).toHaveLength(1);

    const approved = await post(`/applications/${applicationId}/approval`, {
      replyNo: '江团复〔2026〕7号',
      fullName,
    }).expect(201);
    const branchId = idIn(approved.body, 'branchId');
    await post(`/branches/${branchId}/election`, election(first)).expect(201);
    const confirmed = await post(`/branches/${branchId}/committee`, reply).expect(201);

    const shown = FormationView.parse(await view(firm.enterpriseId));
    expect(shown).toMatchObject({
      stage: 'formed',
      towards: null,
      missing: [],
      nextAction: null,
      branchId,
      fullName,
      warnings: [],
    });
    expect(confirmed.body).toMatchObject({
      id: branchId,
      written: `formation-${firm.enterpriseId}@${String(shown.version)}`,
    });

    await running.settled();
    const formed = (await running.feed.published('BranchFormed')).filter(
      ({ subject }) => subject === firm.enterpriseId,
    );
    expect(formed.map(({ data }) => data)).toEqual([
      {
        branchId,
        enterpriseId: firm.enterpriseId,
        enterpriseIds: [firm.enterpriseId],
        form: 'branch',
        fullName,
        members: 3,
        on: today(),
      },
    ]);
    const stages = (await running.feed.published('StageAdvanced')).filter(
      ({ subject }) => subject === firm.enterpriseId,
    );
    // Which evidence topic is read first is open, so the early stages may be leapt over; no link of the chain is missing.
    expect(stages.map(({ data }) => data.from)).toEqual([null, ...stages.slice(0, -1).map(({ data }) => data.to)]);
    expect(stages.slice(-5).map(({ data }) => data.to)).toEqual(['ready', 'applied', 'approved', 'elected', 'formed']);
    expect((await get('/applications?status=pending').expect(200)).body).toMatchObject({ items: [] });
  });

  it('changes nothing when any event is delivered twice', async () => {
    const scope = running.someone();
    const firm = running.firmOf(scope);
    const sent: EventEnvelope<EventType, unknown>[] = [
      await firm.registered(),
      await firm.visited(),
      await firm.covered(),
    ];
    const personId = await firm.employed('memberClaimed');
    sent.push(
      await firm.verified(personId),
      await firm.rosterConfirmed(),
      await firm.corrected({ industry: '零售业' }),
      await firm.left(personId),
    );
    await running.settled();
    const before = await running.as(scope).view(firm.enterpriseId);
    for (const envelope of sent) await running.feed.resend(envelope);
    await running.settled();
    expect(await running.as(scope).view(firm.enterpriseId)).toEqual(before);
  });

  it('waits for the firm when its evidence comes first', async () => {
    const scope = running.someone();
    const firm = running.firmOf(scope);
    await firm.covered();
    await firm.visited();
    await running.settled();
    await running.as(scope).get(`/enterprises/${firm.enterpriseId}/formation`).expect(404);
    await firm.registered();
    await running.settled();
    expect(await running.as(scope).view(firm.enterpriseId)).toMatchObject({
      stage: 'activityCovered',
      nextAction: 'name-liaison',
    });
  });

  it('falls back when a member leaves, and says why on the topic', async () => {
    const scope = running.someone();
    const firm = await running.firmWithMembers(scope);
    await running.as(scope).post(`/enterprises/${firm.enterpriseId}/formation/route`, { route: 'solo' }).expect(201);
    await firm.left(firm.people[2] ?? '');
    await running.settled();
    expect(await running.as(scope).view(firm.enterpriseId)).toMatchObject({
      stage: 'rosterVerified',
      missing: [{ code: 'members', have: 2, need: 3 }, { code: 'liaison' }],
    });
    const reverted = (await running.feed.published('StageReverted')).filter(
      ({ subject }) => subject === firm.enterpriseId,
    );
    expect(reverted.map(({ data }) => data)).toMatchObject([
      { from: 'ready', to: 'rosterVerified', reason: 'members' },
    ]);
  });

  it('shows the ages that were counted when the roster was confirmed', async () => {
    const scope = running.someone();
    const firm = running.firmOf(scope);
    await firm.registered();
    await firm.employed('none');
    await running.settled();
    expect(await running.as(scope).view(firm.enterpriseId)).toMatchObject({ counts: { le28: 1, le35: 1 } });
    await firm.rosterConfirmed();
    await running.settled();
    expect(await running.as(scope).view(firm.enterpriseId)).toMatchObject({ counts: { le28: 3, le35: 3 } });
  });

  it('follows the threshold the street sets', async () => {
    const scope = running.someone();
    const firm = await running.firmWithMembers(scope);
    const setting = {
      key: 'founding.minimumMembers',
      value: 5,
      from: '2026-01-01',
      text: '本街道按五人掌握',
      source: '街道团工委会议',
      version: '2026-01-01/founding.minimumMembers#1',
    };
    await running.feed.send('RuleVersionSet', setting, { streetId: scope.streetId });
    await running.settled();
    const { body } = await running
      .as(scope)
      .post(`/enterprises/${firm.enterpriseId}/formation/route`, { route: 'solo' })
      .expect(422);
    expect(body).toMatchObject({
      code: 'route-closed',
      missing: [{ code: 'members', have: 3, need: 5, rule: { text: '本街道按五人掌握', source: '街道团工委会议' } }],
    });
  });
});

describe('a refusal', () => {
  it('labels everything missing in the reader’s language', async () => {
    const scope = running.someone();
    const firm = running.firmOf(scope);
    await firm.registered();
    await running.settled();
    const apply = (language: string) =>
      running
        .as(scope)
        .post(`/enterprises/${firm.enterpriseId}/formation/application`, paperOf(newId()), {
          'accept-language': language,
        })
        .expect(422);
    const chinese = await apply('zh-CN');
    expect(chinese.headers['content-type']).toMatch('application/problem+json');
    expect(chinese.body).toMatchObject({
      code: 'not-ready',
      title: '建团条件尚不具备',
      missing: [
        { code: 'visit', label: '还没有走访或电话联系', action: 'log-visit' },
        { code: 'headcounts' },
        { code: 'rosterConfirmation', label: '花名册尚未确认' },
        {
          code: 'members',
          label: '已核实团员 0 人，需要 3 人',
          have: 0,
          need: 3,
          rule: { key: 'founding.minimumMembers' },
        },
      ],
    });
    expect((await apply('en')).body).toMatchObject({
      title: 'The firm is not ready for this step',
      missing: expect.arrayContaining([expect.objectContaining({ label: '0 verified members of 3 needed' })]),
    });
    expect((await apply('zh-TW')).body).toMatchObject({ title: '建團條件尚不具備' });
  });

  it('changes nothing', async () => {
    const { scope, enterpriseId, first } = await firmThatApplied();
    const before = await running.as(scope).view(enterpriseId);
    await running
      .as(scope)
      .post(`/enterprises/${enterpriseId}/formation/application`, { ...paperOf(first), reason: '另一事由' })
      .expect(409);
    expect(await running.as(scope).view(enterpriseId)).toEqual(before);
  });
});

describe('a repeated request', () => {
  it('gets the first answer and applies once', async () => {
    const scope = running.someone();
    const firm = await running.firmWithMembers(scope);
    const { post, view } = running.as(scope);
    await post(`/enterprises/${firm.enterpriseId}/formation/route`, { route: 'solo' }).expect(201);
    const key = { 'idempotency-key': newId() };
    const apply = (reason: string) =>
      post(
        `/enterprises/${firm.enterpriseId}/formation/application`,
        { ...paperOf(firm.people[0] ?? ''), reason },
        key,
      );
    const first = await apply('团员三人').expect(201);
    const again = await apply('团员三人').expect(201);
    expect(again.body).toEqual(first.body);
    expect((await view(firm.enterpriseId)).applicationId).toBe(key['idempotency-key']);
    await apply('另一事由')
      .expect(422)
      .expect(({ body }) => {
        expect(body).toMatchObject({ code: 'key-reused' });
      });
  });
});

describe('equal requests at once', () => {
  it('all name the one application, also after an earlier one was returned', async () => {
    const { scope, applicationId: returned, enterpriseId, first } = await firmThatApplied();
    const { post } = running.as(scope);
    await post(`/applications/${returned}/return`, { missing: ['补盖章'] }).expect(201);
    const path = `/enterprises/${enterpriseId}/formation/application`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(path, paperOf(first)).expect(201)));
    const { applicationId } = await running.as(scope).view(enterpriseId);
    expect(applicationId).not.toBe(returned);
    expect(answers.map(({ body }) => idIn(body, 'applicationId'))).toEqual(answers.map(() => applicationId));
  });

  it('all name the one branch', async () => {
    const { scope, applicationId, enterpriseId } = await firmThatApplied();
    const reply7 = { replyNo: '7号', fullName: '某团支部' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => running.as(scope).post(`/applications/${applicationId}/approval`, reply7).expect(201)),
    );
    const { branchId } = await running.as(scope).view(enterpriseId);
    expect(branchId).not.toBeNull();
    expect(answers.map(({ body }) => idIn(body, 'branchId'))).toEqual(answers.map(() => branchId));
  });
});

describe('two secretaries', () => {
  it('give one reply between them', async () => {
    const { scope, applicationId, enterpriseId } = await firmThatApplied();
    const approve = (replyNo: string) =>
      running.as(scope).post(`/applications/${applicationId}/approval`, { replyNo, fullName: '某团支部' });
    const answers = await Promise.all(['7号', '8号', '9号'].map(approve));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await running.settled();
    const approved = (await running.feed.published('FoundingApproved')).filter(
      ({ subject }) => subject === enterpriseId,
    );
    expect(approved).toHaveLength(1);
  });
});

describe('walls', () => {
  it('show nothing of another street', async () => {
    const { enterpriseId, applicationId } = await firmThatApplied();
    const stranger = running.as(running.someone());
    await stranger.get(`/enterprises/${enterpriseId}/formation`).expect(404);
    await stranger.post(`/enterprises/${enterpriseId}/formation/route`, { route: 'solo' }).expect(404);
    await stranger.post(`/applications/${applicationId}/approval`, { replyNo: '1', fullName: '某' }).expect(404);
    expect((await stranger.get('/applications').expect(200)).body).toMatchObject({ items: [] });
  });

  it('keep a cadre within their communities', async () => {
    const { scope, enterpriseId, communityId } = await firmThatApplied();
    const cadre = (community: string) => running.as({ ...scope, role: 'cadre', communityIds: [community] });
    await cadre(newId()).get(`/enterprises/${enterpriseId}/formation`).expect(404);
    await cadre(communityId).get(`/enterprises/${enterpriseId}/formation`).expect(200);
    expect((await cadre(newId()).get('/applications').expect(200)).body).toMatchObject({ items: [] });
    expect((await cadre(communityId).get('/applications').expect(200)).body).toMatchObject({
      items: [{ enterpriseId }],
    });
  });

  it('leave the reply to the secretary', async () => {
    const { scope, applicationId, communityId } = await firmThatApplied();
    const reply7 = { replyNo: '7号', fullName: '某团支部' };
    await running
      .as({ ...scope, role: 'cadre', communityIds: [communityId] })
      .post(`/applications/${applicationId}/approval`, reply7)
      .expect(403);
    await running
      .as({ ...scope, role: 'admin' })
      .post(`/applications/${applicationId}/approval`, reply7)
      .expect(403);
    await running.as(scope).post(`/applications/${applicationId}/approval`, reply7).expect(201);
  });

  it('let a firm’s own link apply for that firm only', async () => {
    const { scope, enterpriseId, applicationId, first } = await firmThatApplied();
    await running
      .as(scope)
      .post(`/applications/${applicationId}/return`, { missing: ['补盖章'] })
      .expect(201);
    expect(await running.as(scope).view(enterpriseId)).toMatchObject({
      stage: 'ready',
      applicationStatus: 'returned',
      returnedFor: ['补盖章'],
      nextAction: 'apply',
    });
    const contact = (of: string) =>
      running.as({ ...scope, role: 'firmContact', enterpriseId: of, through: `link:${newId()}` });
    await contact(newId()).post(`/enterprises/${enterpriseId}/formation/application`, paperOf(first)).expect(404);
    await contact(enterpriseId).post(`/enterprises/${enterpriseId}/formation/application`, paperOf(first)).expect(201);
  });

  it('keep another street’s word out of a firm’s road', async () => {
    const scope = running.someone();
    const firm = running.firmOf(scope);
    await firm.registered();
    await running.settled();
    const foreign = {
      enterpriseId: firm.enterpriseId,
      activityId: newId(),
      on: today(),
      firstTime: true,
      people: 9,
      until: '2099-01-01',
    };
    await running.feed.send('EnterpriseCovered', foreign, { streetId: newId() });
    await running.settled();
    expect((await running.as(scope).view(firm.enterpriseId)).filled).not.toContain('activityCovered');
  });
});

describe('the list of applications', () => {
  it('is healed at start when a crash came between fact and list', async () => {
    const { scope, applicationId } = await firmThatApplied();
    await running.as(scope).get('/applications').expect(200);
    await inDatabase(running.config, (database) => database.collection('applications').deleteMany({}));
    expect((await running.as(scope).get('/applications').expect(200)).body).toMatchObject({ items: [] });
    await running.restart();
    expect((await running.as(scope).get('/applications?status=pending').expect(200)).body).toMatchObject({
      items: [{ applicationId }],
    });
    await running
      .as(scope)
      .post(`/applications/${applicationId}/approval`, { replyNo: '7号', fullName: '某团支部' })
      .expect(201);
  });

  it('comes oldest first by the street’s days, whatever clock made the ids, page by page', async () => {
    const scope = running.someone();
    const [younger, older] = [await firmThatApplied(scope), await firmThatApplied(scope)];
    const made = [older.applicationId, younger.applicationId];
    // Answered when both are in the list.
    await running.as(scope).get('/applications').expect(200);
    await inDatabase(running.config, (database) =>
      database
        .collection<{ _id: string }>('applications')
        .updateOne({ _id: older.applicationId }, { $set: { 'applied.on': addDays(today(), -1) } }),
    );
    const first = (await running.as(scope).get('/applications?limit=1').expect(200)).body as {
      items: { applicationId: string }[];
      nextCursor: string;
    };
    const second = (await running.as(scope).get(`/applications?limit=1&cursor=${first.nextCursor}`).expect(200))
      .body as typeof first;
    expect([...first.items, ...second.items].map(({ applicationId }) => applicationId)).toEqual(made);
  });
});
