import { usualTimes } from './usual-times.ts';

describe('the times a new activity proposes', () => {
  it('are the next Saturday morning, closing on the Wednesday before', () => {
    expect(usualTimes('2026-11-23')).toEqual({ startsAt: '2026-11-28T09:00', closesAt: '2026-11-25T18:00' });
  });

  it.each(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'])(
    'leave time to sign up: on %s they are a week later',
    (day) => {
      expect(usualTimes(day)).toEqual({ startsAt: '2026-12-05T09:00', closesAt: '2026-12-02T18:00' });
    },
  );
});
