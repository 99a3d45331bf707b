import { recordEvidence } from '../record-evidence/record-evidence.ts';
import {
  covered,
  employed,
  firm,
  givenFormation,
  left,
  liaisonNamed,
  members,
  readyAlone,
  registered,
  rosterConfirmed,
  today,
  tools,
  visited,
} from '../testing/road.ts';
import { withConsequences } from './consequences.ts';
import type { EvidenceEvent, FormationEvent } from './formation-events.ts';

const record = withConsequences(recordEvidence);
const version = tools().rules.version;

/** Everything that was told to a firm, with the consequences of each in between. */
const lived = (...events: EvidenceEvent[]): FormationEvent[] =>
  events.reduce<FormationEvent[]>((history, event) => {
    const answer = record(event, givenFormation(...history).state, tools());
    if ('refused' in answer) throw new Error('evidence is never refused');
    return [...history, ...answer];
  }, []);

describe('what a fact changes on the road', () => {
  it('announces the first stage and the next step together with the evidence', () => {
    givenFormation()
      .when(record, registered, tools())
      .then(
        registered,
        {
          type: 'StageAdvanced',
          data: { enterpriseId: firm, on: today, ruleVersion: version, from: null, to: 'surveyed' },
        },
        {
          type: 'NextStepChanged',
          data: {
            enterpriseId: firm,
            towards: 'ready',
            filled: ['surveyed'],
            missing: [
              { code: 'visit' },
              { code: 'headcounts' },
              { code: 'attendee', have: 0, need: 1 },
              { code: 'liaison' },
              { code: 'rosterConfirmation' },
              { code: 'members', have: 0, need: 3 },
            ],
          },
        },
      );
  });

  it('jumps over stages whose evidence came earlier', () => {
    const answer = record(visited(), givenFormation(...lived(registered, covered())).state, tools());
    expect(answer).toContainEqual({
      type: 'StageAdvanced',
      data: { enterpriseId: firm, on: today, ruleVersion: version, from: 'surveyed', to: 'activityCovered' },
    });
  });

  it('announces nothing when nothing changed', () => {
    givenFormation(...lived(registered, visited()))
      .when(record, visited('open', '2026-10-01'), tools())
      .then(visited('open', '2026-10-01'));
  });

  it('tells how far it is when only the number moves', () => {
    const answer = record(
      members(1)[1] ?? registered,
      givenFormation(...lived(registered, visited(), employed(1, 'memberClaimed'))).state,
      tools(),
    );
    expect(answer).toMatchObject([
      { type: 'MemberChecked' },
      { type: 'NextStepChanged', data: { missing: expect.arrayContaining([{ code: 'members', have: 1, need: 3 }]) } },
    ]);
  });

  it('falls back with the reason when evidence goes', () => {
    const ready = lived(
      ...readyAlone.filter((event): event is EvidenceEvent => !['LiaisonNamed', 'RouteChosen'].includes(event.type)),
    );
    const chosen: FormationEvent = {
      type: 'RouteChosen',
      data: { enterpriseId: firm, route: 'solo', partners: [], endsOn: null, ruleRefs: [] },
    };
    const announced: FormationEvent = {
      type: 'StageAdvanced',
      data: { enterpriseId: firm, on: today, ruleVersion: version, from: 'rosterVerified', to: 'ready' },
    };
    const answer = record(left(3), givenFormation(...ready, liaisonNamed, chosen, announced).state, tools());
    expect(answer).toContainEqual({
      type: 'StageReverted',
      data: {
        enterpriseId: firm,
        on: today,
        ruleVersion: version,
        from: 'ready',
        to: 'rosterVerified',
        reason: 'members',
      },
    });
  });

  it('tells no number of days that would be wrong tomorrow', () => {
    const answer = record(
      rosterConfirmed('2026-01-01'),
      givenFormation(...lived(registered, visited())).state,
      tools(),
    );
    expect(answer).toMatchObject([
      {},
      { data: { missing: expect.arrayContaining([{ code: 'rosterOld', need: 90 }]) } },
    ]);
  });
});
