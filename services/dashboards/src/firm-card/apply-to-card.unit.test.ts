import type { AnyEvent } from '@qucheng/service-kit';
import {
  advanced,
  attended,
  checked,
  corrected,
  covered,
  fact,
  FIRM,
  kept,
  NOBODY_COUNTED,
  promised,
  registered,
  reverted,
  STREET,
  visited,
} from '../testing/facts.ts';
import { applyToCard } from './apply-to-card.ts';
import { emptyCard, nextFollowUp, type Card } from './firm-card.ts';
import { filledLocks, priorityOf, viewCard } from './view-card.ts';

const after = (...facts: AnyEvent[]): Card => facts.reduce(applyToCard, emptyCard(FIRM, STREET));

describe('the card of a firm', () => {
  it('is listed once the firm is registered, whatever came before', () => {
    expect(after(visited(1, '2026-11-06')).listed).toBe(false);
    expect(after(visited(1, '2026-11-06'), registered())).toMatchObject({
      listed: true,
      visits: 1,
      name: '无锡润泽小馆',
    });
  });

  it('does not change when a fact arrives twice', () => {
    const card = after(registered(), visited(1, '2026-11-06'), attended(FIRM, 3), promised(1, '2026-11-28'), kept(2));
    for (const again of [registered(), visited(1, '2026-11-06'), attended(FIRM, 3), promised(1, '2026-11-28'), kept(2)])
      expect(applyToCard(card, again)).toBe(card);
  });

  it('keeps the newest visit when an older one is reported later', () => {
    const card = after(
      registered(),
      visited(1, '2026-11-06'),
      visited(2, '2026-10-01', FIRM, { attitude: 'declines' }),
    );
    expect(card).toMatchObject({ lastVisitOn: '2026-11-06', attitude: 'supports', visits: 2 });
  });

  it('keeps a figure nobody knew better', () => {
    const counts = { staff: 50, le35: null, le28: 12, members: null, partyMembers: null };
    expect(after(registered(), visited(1, '2026-11-06', FIRM, { headcounts: counts })).headcounts).toMatchObject({
      staff: 50,
      le35: 29,
      le28: 12,
    });
    expect(after(visited(1, '2026-11-06', FIRM, { headcounts: counts }), registered()).headcounts).toMatchObject({
      staff: 50,
      le35: 29,
      le28: 12,
    });
  });

  it('keeps what a visit found out when the ledger, which never hears of it, is corrected', () => {
    const found = { staff: null, le35: 31, le28: 12, members: 4, partyMembers: null };
    const ledger = { staff: 46, le35: 29, le28: null, members: null, partyMembers: null };
    const seen = after(registered(), visited(1, '2026-11-06', FIRM, { headcounts: found }));
    const later = applyToCard(seen, corrected(2, { headcounts: ledger }, '2026-11-20'));
    expect(later.headcounts).toEqual({ staff: 46, le35: 29, le28: 12, members: 4, partyMembers: null });
    const earlier = applyToCard(seen, corrected(2, { headcounts: ledger }, '2026-11-06'));
    expect(earlier.headcounts).toEqual({ staff: 46, le35: 31, le28: 12, members: 4, partyMembers: null });
  });

  it('takes from an older visit what nobody has told since', () => {
    const counts = (le35: number | null, le28: number | null) => ({ ...NOBODY_COUNTED, le35, le28 });
    const newer = visited(1, '2026-11-06', FIRM, { headcounts: counts(31, null) });
    const older = visited(2, '2026-10-01', FIRM, { headcounts: counts(20, 9) });
    expect(after(registered(), newer, older).headcounts).toMatchObject({ staff: 44, le35: 31, le28: 9 });
  });

  it('takes over the facts a correction names and nothing else', () => {
    const card = after(registered(), corrected(2, { name: '润泽', communityId: null, industryCode: '61' }));
    expect(card).toEqual({ ...after(registered()), name: '润泽', communityId: null, seen: { enterprise: 2 } });
  });

  it('remembers when each stage was first reached and forgets those that were lost', () => {
    const reached = after(registered(), advanced(1, 'visited', '2026-09-10'), advanced(2, 'ready', '2026-10-10'));
    expect(reached.reachedOn).toEqual({ surveyed: '2026-09-01', visited: '2026-09-10', ready: '2026-10-10' });
    expect(reached.stageSince).toBe('2026-10-10');
    const lost = applyToCard(reached, reverted(3, 'ready', 'visited', '2026-11-01'));
    expect(lost).toMatchObject({
      stage: 'visited',
      stageSince: '2026-11-01',
      reachedOn: { surveyed: '2026-09-01', visited: '2026-09-10' },
    });
  });

  it('never reached the stage it fell back to over one that it had leapt', () => {
    const leapt = after(registered(), advanced(1, 'visited', '2026-09-10'), advanced(2, 'ready', '2026-10-10'));
    const lost = applyToCard(leapt, reverted(3, 'ready', 'rosterVerified', '2026-11-20'));
    expect(lost).toMatchObject({ stage: 'rosterVerified', stageSince: '2026-11-20' });
    expect(lost.reachedOn).toEqual({ surveyed: '2026-09-01', visited: '2026-09-10' });
  });

  it('stands at its stage since the ledger knows it until it moves', () => {
    const since = (...facts: AnyEvent[]) => viewCard(after(...facts), '2026-11-23').stageSince;
    expect(since(registered())).toBe('2026-09-01');
    expect(since(advanced(1, 'visited', '2026-09-10'), registered())).toBe('2026-09-10');
  });

  it('counts verified members as they are verified, corrected and gone', () => {
    const two = after(registered(), checked(1, 'a', 'member'), checked(2, 'b', 'member'), checked(3, 'b', 'member'));
    expect(two.verifiedMembers).toBe(2);
    expect(applyToCard(two, checked(4, 'a', 'notMember')).verifiedMembers).toBe(1);
    const left = fact('YoungEmployeeLeft', `roster-${FIRM}`, 4, {
      personId: 'b',
      enterpriseId: FIRM,
      on: '2026-11-02',
    });
    expect(applyToCard(two, left).verifiedMembers).toBe(1);
  });

  it('shows the open follow-up that comes first', () => {
    const other = '01J0000000000000000000THER';
    const card = after(registered(), promised(1, '2026-11-28'), promised(1, '2026-11-25', other));
    expect(nextFollowUp(card)?.dueOn).toBe('2026-11-25');
    expect(nextFollowUp(applyToCard(card, kept(2, other)))?.dueOn).toBe('2026-11-28');
  });

  it('fills the locks whose evidence holds, the activity only until it lapses', () => {
    const filled = fact('NextStepChanged', `formation-${FIRM}`, 2, {
      enterpriseId: FIRM,
      towards: 'ready',
      filled: ['surveyed', 'visited', 'liaisonNamed'],
      missing: [],
    });
    const card = after(registered(), covered(1, '2027-11-15'), advanced(1, 'visited', '2026-09-10'), filled);
    expect(filledLocks(card, '2026-11-23')).toEqual(['surveyed', 'visited', 'activityCovered', 'liaisonNamed']);
    expect(filledLocks(card, '2027-11-16')).toEqual(['surveyed', 'visited', 'liaisonNamed']);
  });

  it('puts service trades with many young people and members first', () => {
    const quiet = after(registered(FIRM, { serviceTrade: false }));
    expect(priorityOf(after(registered()))).toBeGreaterThan(priorityOf(quiet));
  });
});
