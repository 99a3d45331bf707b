import { LogVisit } from '@qucheng/contracts';
import { gapsOf, startVisit, visitOf, type Known } from './visit-draft.ts';

const headcounts = { staff: 44, le35: 29, le28: 12, members: 2, partyMembers: null };
const known: Known = {
  today: '2026-11-23',
  promiseOn: '2026-11-27',
  headcounts,
  contact: { post: '店长', personId: '01JD3Z7Q8RCFSV0000000000A1' },
  lastAttitude: 'supports',
};

describe('writing down a visit', () => {
  it('starts from what was true last time', () => {
    expect(startVisit(known)).toMatchObject({
      metPost: '店长',
      attitude: 'supports',
      changed: false,
      on: '2026-11-23',
    });
  });

  it('asks for the numbers of a firm nobody has counted', () => {
    expect(startVisit({ ...known, headcounts: { ...headcounts, staff: null } }).changed).toBe(true);
  });

  it('names what is missing before it can be saved', () => {
    const draft = startVisit({ ...known, contact: null, lastAttitude: null });
    expect(gapsOf(draft)).toEqual(['metPost', 'attitude']);
    expect(visitOf(draft)).toBeNull();
  });

  it('sends what the contract takes, and no numbers when nothing changed', () => {
    const visit = visitOf({ ...startVisit(known), needs: ['social'], promise: 'arrangeFoundingTalk' });
    expect(LogVisit.safeParse(visit).success).toBe(true);
    expect(visit).toMatchObject({ headcounts: null, promise: { kind: 'arrangeFoundingTalk', on: '2026-11-27' } });
  });
});
