import { MUST_STAGES } from '@qucheng/contracts';
import type { Stage } from '@qucheng/contracts';
import {
  applied,
  approved,
  codes,
  covered,
  elected,
  employed,
  firm,
  givenFormation,
  left,
  liaisonNamed,
  members,
  person,
  readyAlone,
  registered,
  rosterConfirmed,
  routeChosen,
  rulesWith,
  today,
  visited,
} from '../testing/road.ts';
import type { FormationEvent } from './formation-events.ts';
import { missingFor, standing } from './stage.ts';

const standingOf = (events: readonly FormationEvent[], day = today) =>
  standing(givenFormation(...events).state, rulesWith(), day);
const stageOf = (...events: FormationEvent[]) => standingOf(events).stage;
const missingOf = (...events: FormationEvent[]) => codes(standingOf(events).missing);

describe('the stage of a firm', () => {
  it('rises with its evidence', () => {
    expect(stageOf()).toBeNull();
    expect(stageOf(registered)).toBe('surveyed');
    expect(stageOf(registered, visited())).toBe('visited');
    expect(stageOf(registered, visited(), covered())).toBe('activityCovered');
    expect(stageOf(registered, visited(), covered(), liaisonNamed)).toBe('liaisonNamed');
    expect(stageOf(registered, visited(), ...members(3), rosterConfirmed())).toBe('rosterVerified');
    expect(stageOf(...readyAlone)).toBe('ready');
    expect(stageOf(...readyAlone, applied())).toBe('applied');
    expect(stageOf(...readyAlone, applied(), approved)).toBe('approved');
    expect(stageOf(...readyAlone, applied(), approved, elected)).toBe('elected');
  });

  it('waits for the visit when guests came first', () => {
    expect(stageOf(registered, covered())).toBe('surveyed');
    expect(standingOf([registered, covered()]).filled).toContain('activityCovered');
    expect(stageOf(registered, covered(), visited())).toBe('activityCovered');
  });

  it('asks the ledger for code, industry and community', () => {
    const bare: FormationEvent = {
      type: 'FirmRecorded',
      data: {
        seq: 1,
        registered: true,
        on: today,
        facts: { name: '某店', creditCode: null, noCodeReason: null, industry: null, communityId: null },
      },
    };
    expect(stageOf(bare)).toBeNull();
    expect(missingOf(bare).slice(0, 3)).toEqual(['creditCode', 'industry', 'community']);
    const reason: FormationEvent = {
      type: 'FirmRecorded',
      data: { seq: 2, registered: false, on: today, facts: { noCodeReason: 'applying' } },
    };
    expect(missingOf(bare, reason).slice(0, 2)).toEqual(['industry', 'community']);
  });

  it('needs headcounts from some visit or the ledger', () => {
    const hurried: FormationEvent = {
      type: 'VisitRecorded',
      data: { visitId: '01V', on: today, attitude: 'open', headcounts: null },
    };
    expect(stageOf(registered, hurried)).toBe('surveyed');
    expect(stageOf(registered, visited('open', '2026-10-01'), hurried)).toBe('visited');
  });

  it('loses coverage when it lapses, and only then', () => {
    const events = [registered, visited(), covered('2026-11-23')];
    expect(standingOf(events, '2026-11-23').stage).toBe('activityCovered');
    expect(standingOf(events, '2026-11-24').stage).toBe('visited');
  });

  it('keeps the later of two coverages', () => {
    expect(stageOf(registered, visited(), covered('2027-01-01'), covered('2026-01-01'))).toBe('activityCovered');
  });

  it('loses the roster after ninety days, and readiness with it', () => {
    expect(standingOf(readyAlone, '2027-02-18').stage).toBe('ready');
    expect(standingOf(readyAlone, '2027-02-19').stage).toBe('liaisonNamed');
  });

  it('keeps what a reply has sealed', () => {
    expect(standingOf([...readyAlone, applied(), approved], '2028-01-01').stage).toBe('approved');
    expect(stageOf(...readyAlone, applied(), approved, left(1), left(2), left(3))).toBe('approved');
  });

  it('leads no temporary unit on to a reply while nobody can be appointed', () => {
    const temporary = [registered, visited(), ...members(3), rosterConfirmed(), routeChosen('temporary')];
    expect(stageOf(...temporary)).toBe('rosterVerified');
    expect(standingOf(temporary).missing).toContainEqual(
      expect.objectContaining({ code: 'appointment', action: 'choose-route' }),
    );
  });

  it('loses the liaison who leaves', () => {
    const colleague: FormationEvent = {
      type: 'LiaisonNamed',
      data: { enterpriseId: firm, personId: person(1), on: today },
    };
    const history = [registered, visited(), employed(1, 'none'), colleague];
    expect(standingOf(history).filled).toContain('liaisonNamed');
    expect(standingOf([...history, left(1)]).filled).not.toContain('liaisonNamed');
  });
});

describe('what is missing', () => {
  it('leads to readiness first, in the order of the road', () => {
    expect(standingOf([registered]).towards).toBe('ready');
    expect(missingOf(registered)).toEqual([
      'visit',
      'headcounts',
      'attendee',
      'liaison',
      'rosterConfirmation',
      'members',
    ]);
  });

  it('counts members and names the route once one is open', () => {
    expect(missingOf(registered, visited(), covered(), liaisonNamed, ...members(2), rosterConfirmed())).toEqual([
      'members',
    ]);
    expect(missingOf(registered, visited(), covered(), liaisonNamed, ...members(3), rosterConfirmed())).toEqual([
      'route',
    ]);
  });

  it('puts what founds a branch before what only helps, once the roster is verified', () => {
    expect(missingOf(registered, visited(), ...members(3), rosterConfirmed())).toEqual([
      'route',
      'attendee',
      'liaison',
    ]);
  });

  it('goes stage by stage after readiness', () => {
    expect(standingOf(readyAlone)).toMatchObject({
      towards: 'applied',
      missing: [{ code: 'application', action: 'apply' }],
    });
    expect(standingOf([...readyAlone, applied('2026-11-01')])).toMatchObject({
      towards: 'approved',
      missing: [{ code: 'approval', have: 22, need: 30 }],
    });
    expect(standingOf([...readyAlone, applied(), approved])).toMatchObject({
      towards: 'elected',
      missing: [{ action: 'elect' }],
    });
    expect(standingOf([...readyAlone, applied(), approved, elected])).toMatchObject({
      towards: 'formed',
      missing: [{ action: 'confirm-committee' }],
    });
  });

  it('asks developing firms for an applicant in training', () => {
    const youths = Array.from({ length: 15 }, (_, index) => employed(50 + index, 'none'));
    const developing = [
      registered,
      visited(),
      covered(),
      liaisonNamed,
      ...youths,
      rosterConfirmed(),
      routeChosen('developFirst'),
    ];
    expect(missingOf(...developing)).toEqual(['applicant']);
    const training = [...developing, employed(90, 'applicant')];
    expect(stageOf(...training)).toBe('ready');
    expect(standingOf(training)).toMatchObject({
      towards: 'applied',
      missing: [
        { code: 'members', stage: 'applied', have: 0, need: 3, action: 'register-youth' },
        { code: 'application' },
      ],
    });
    expect(missingOf(...training, ...members(3))).toEqual(['application']);
    expect(missingOf(...training, ...members(3), applied(), left(1))).toEqual(['members']);
  });

  it('says text and source of the rule with every item', () => {
    const states = [
      [],
      [registered],
      [registered, visited()],
      readyAlone,
      [...readyAlone, applied()],
      [...readyAlone, applied(), approved],
    ];
    for (const events of states) {
      for (const { rule } of standingOf(events).missing) {
        expect(rule?.text).toBeTruthy();
        expect(rule?.source).toBeTruthy();
      }
    }
  });

  it('lists for a refusal only what the rules demand', () => {
    const demanded: readonly (Stage | undefined)[] = MUST_STAGES;
    for (const { stage } of missingFor('elected', givenFormation(registered).state, rulesWith(), today))
      expect(demanded).toContain(stage);
  });
});
