import type { EventData } from '@qucheng/contracts';
import type { ActivityEvent, ActivityTools } from './activity.ts';

// Examples for the tests of this service: one spring outing of two seats, and people of one firm.
export const firm = '01HE0000000000000000000001';
export const ann = '01HP000000000000000000000A';
export const bo = '01HP000000000000000000000B';
export const chen = '01HP000000000000000000000C';
export const activityId = '01HC0000000000000000000001';

export const details: EventData<'ActivityPublished'> = {
  activityId,
  theme: 'springOuting',
  title: '春日踏青',
  startsAt: '2026-04-18T01:00:00Z',
  on: '2026-04-18',
  place: '古运河南门',
  capacity: 2,
  minimum: 1,
  closesAt: '2026-04-17T10:00:00Z',
  fee: 'free',
};

export const published: ActivityEvent = { type: 'ActivityPublished', data: details };
export const signedUp = (personId: string, waiting = false): ActivityEvent => ({
  type: 'SignUpMade',
  data: { activityId, personId, enterpriseId: firm, waiting },
});
export const cancelled = (personId: string): ActivityEvent => ({
  type: 'SignUpCancelled',
  data: { activityId, personId, enterpriseId: firm },
});
export const attended = (personId: string, method: 'qr' | 'roster' | 'paper' = 'roster'): ActivityEvent => ({
  type: 'AttendanceRecorded',
  data: { activityId, personId, enterpriseId: firm, method, on: details.on },
});

/** The world at a moment, in Asia/Shanghai. */
export function at(day: string, time = '09:00'): ActivityTools {
  return {
    now: new Date(`${day}T${time}:00+08:00`).toISOString(),
    today: day,
    daysSince: (earlier) => (Date.parse(day) - Date.parse(earlier)) / 86_400_000,
  };
}
