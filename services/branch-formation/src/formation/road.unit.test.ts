import { MUST_STAGES } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import fc from 'fast-check';
import { applyForFounding } from '../apply-for-founding/apply-for-founding.ts';
import { approveFounding } from '../approve-founding/approve-founding.ts';
import { chooseRoute } from '../choose-route/choose-route.ts';
import { confirmCommittee } from '../confirm-committee/confirm-committee.ts';
import { holdElection } from '../hold-election/hold-election.ts';
import { nameLiaison } from '../name-liaison/name-liaison.ts';
import { recordEvidence } from '../record-evidence/record-evidence.ts';
import { returnApplication } from '../return-application/return-application.ts';
import {
  application,
  branch,
  checked,
  complete,
  contact,
  covered,
  employed,
  fullName,
  goodElection,
  left,
  person,
  registered,
  rosterConfirmed,
  rulesWith,
  today,
  tools,
  visited,
} from '../testing/road.ts';
import { withConsequences } from './consequences.ts';
import type { DecideFormation } from './consequences.ts';
import { evolve, formationKind } from './formation.ts';
import type { Formation } from './formation.ts';
import type { EvidenceEvent, FormationEvent } from './formation-events.ts';
import { standing } from './stage.ts';

const number = fc.integer({ min: 1, max: 6 });
const status = fc.constantFrom('none', 'applicant', 'memberClaimed', 'partyMember', 'memberVerified' as const);

const evidence: fc.Arbitrary<EvidenceEvent> = fc.oneof(
  fc.constant(registered),
  fc
    .record({
      seq: fc.integer({ min: 2, max: 99 }),
      industry: fc.constantFrom('餐饮业', null),
      communityId: fc.constantFrom('01C', null),
    })
    .map(({ seq, ...facts }): EvidenceEvent => ({
      type: 'FirmRecorded',
      data: { seq, registered: false, on: today, facts },
    })),
  fc.constantFrom(visited(), visited('declines', '2026-11-10'), visited('open', '2026-09-09')),
  fc.constantFrom(covered(), covered('2026-11-01'), covered('2026-12-01')),
  fc.tuple(number, status).map(([one, said]) => employed(one, said)),
  fc
    .tuple(number, fc.constantFrom('member' as const, 'notMember' as const))
    .map(([one, result]) => checked(one, result)),
  number.map(left),
  fc.constantFrom(rosterConfirmed(), rosterConfirmed('2026-01-01')),
);

/** Two words of one stream never carry the same version, so a version is told once per kind of word and person. */
const told = fc.uniqueArray(evidence, {
  maxLength: 30,
  selector: ({ type, data }) =>
    JSON.stringify([type, 'seq' in data ? data.seq : 'visitId' in data ? data.visitId : data.until]),
});

type Step = (formation: Formation) => ReturnType<DecideFormation<unknown>>;
const step =
  <Command>(decide: DecideFormation<Command>, command: Command, newId = application): Step =>
  (formation) =>
    withConsequences(decide)(command, formation, tools({ newId: () => newId }));

const commands: readonly Step[] = [
  step(nameLiaison, { personId: contact }),
  step(chooseRoute, { route: 'solo', endsOn: null }),
  step(chooseRoute, { route: 'joint', endsOn: null }),
  step(chooseRoute, { route: 'developFirst', endsOn: null }),
  step(applyForFounding, complete),
  step(applyForFounding, { ...complete, candidates: [] }),
  step(returnApplication, { applicationId: application, missing: ['缺章'] }),
  step(approveFounding, { applicationId: application, replyNo: '7号', fullName, on: today }, branch),
  step(holdElection, goodElection),
  step(holdElection, { ...goodElection, present: 1 }),
  step(confirmCommittee, {
    branchId: branch,
    replyNo: '9号',
    termFrom: today,
    transfersStarted: true,
    nationalSystemId: '1',
  }),
];

const properWay: readonly (EvidenceEvent | Step)[] = [
  registered,
  visited(),
  ...[1, 2, 3].flatMap((one) => [employed(one, 'memberClaimed'), checked(one)]),
  rosterConfirmed(),
  step(chooseRoute, { route: 'solo', endsOn: null }),
  step(applyForFounding, complete),
  step(approveFounding, { applicationId: application, replyNo: '7号', fullName, on: today }, branch),
  step(holdElection, goodElection),
  step(confirmCommittee, {
    branchId: branch,
    replyNo: '9号',
    termFrom: today,
    transfersStarted: true,
    nationalSystemId: '1',
  }),
];

/** Any life of a firm: the proper way with steps left out and anything at all in between, or no way whatever. */
const anything = fc.oneof(evidence, fc.constantFrom(...commands));
const disturbed = fc
  .tuple(
    ...properWay.map((proper) =>
      fc
        .tuple(fc.array(anything, { maxLength: 2 }), fc.integer({ max: 19, min: 0 }))
        .map(([noise, skip]) => (skip === 0 ? noise : [...noise, proper])),
    ),
  )
  .map((parts) => parts.flat());
const life = fc.oneof(disturbed, fc.array(anything, { maxLength: 40 }));

function live(steps: readonly (EvidenceEvent | Step)[]) {
  let formation = formationKind.initial;
  const history: FormationEvent[] = [];
  const refusals: { code: string; kind: string; missing: readonly unknown[] }[] = [];
  const formedFrom: Formation[] = [];
  const approvedFrom: Formation[] = [];
  for (const one of steps) {
    const answer = typeof one === 'function' ? one(formation) : step(recordEvidence, one)(formation);
    if (isRefusal(answer)) {
      refusals.push(answer);
      continue;
    }
    if (answer.some(({ type }) => type === 'FoundingApproved')) approvedFrom.push(formation);
    if (answer.some(({ type }) => type === 'BranchFormed')) formedFrom.push(formation);
    formation = answer.reduce(evolve, formation);
    history.push(...answer);
  }
  return { formation, history, refusals, formedFrom, approvedFrom };
}

const shown = (formation: Formation) => standing(formation, rulesWith(), today);
const must = (stages: readonly string[], before: string) =>
  MUST_STAGES.slice(
    0,
    MUST_STAGES.findIndex((stage) => stage === before),
  ).every((stage) => stages.includes(stage));

describe('any road of a firm', () => {
  it('ends at the same stage whatever order the same evidence arrives in', () => {
    fc.assert(
      fc.property(
        told.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(shown(shuffled.reduce(evolve, formationKind.initial))).toEqual(
            shown(events.reduce(evolve, formationKind.initial)),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reaches a reply and a branch only with every must before it', () => {
    let formed = 0;
    fc.assert(
      fc.property(life, (steps) => {
        const { formedFrom, approvedFrom } = live(steps);
        for (const formation of approvedFrom) expect(must(shown(formation).filled, 'approved')).toBe(true);
        for (const formation of formedFrom) expect(shown(formation).stage).toBe('elected');
        formed += formedFrom.length;
      }),
      { numRuns: 500, seed: 20140925 },
    );
    expect(formed).toBeGreaterThan(5);
  });

  it('refuses by a rule only with something to bring', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const { kind, missing } of live(steps).refusals) expect(kind !== 'rule' || missing.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('announces exactly the stage and the next step that are shown', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { formation, history } = live(steps);
        if (history.length === 0) return;
        expect(formation.announced.stage).toBe(shown(formation).stage);
        expect(formation.announced.nextStep?.towards ?? null).toBe(shown(formation).towards);
        expect(formation.announced.nextStep?.missing.map(({ code }) => code)).toEqual(
          shown(formation).missing.map(({ code }) => code),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is the same replayed from storage as lived', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { formation, history } = live(steps);
        // What goes through storage is plain JSON.
        const stored = JSON.parse(JSON.stringify(history)) as FormationEvent[];
        expect(stored.reduce(evolve, formationKind.initial)).toEqual(JSON.parse(JSON.stringify(formation)));
      }),
      { numRuns: 300 },
    );
  });

  it('never announces a stage twice in a row', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const stages = live(steps).history.flatMap((event) =>
          event.type === 'StageAdvanced' || event.type === 'StageReverted' ? [event.data] : [],
        );
        stages.forEach(({ from }, index) => {
          expect(from).toBe(index === 0 ? null : stages[index - 1]?.to);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('knows the people of the firm by id, year of birth and status only', () => {
    const { formation } = live(properWay);
    expect(Object.keys(formation.people[person(1)] ?? {}).sort()).toEqual([
      'birthYear',
      'check',
      'leftSeq',
      'recordedSeq',
      'status',
    ]);
  });
});
