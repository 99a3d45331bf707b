import type { TimelineEntry } from '../../requests/shapes.ts';

/** An entry as a reader sees it: the stage it led to beside it, and how many of its kind stand for one line. */
export interface Told {
  readonly entry: TimelineEntry;
  readonly times: number;
  readonly stage: string | null;
}

/** Facts of one moment reach the timeline by different services; this far apart they still belong together. */
const TOGETHER_MS = 15_000;
/** Entries about one person each: three of a day are one line with a count. */
const PER_PERSON = [
  'YoungEmployeeRegistered',
  'MemberVerified',
  'YoungEmployeeLeft',
  'AttendanceRecorded',
  'SignUpMade',
];
/** Coverage is told again with every further guest; the newest one says how many came. */
const FOLDED = [...PER_PERSON, 'EnterpriseCovered'];

const apart = (a: TimelineEntry, b: TimelineEntry) => Math.abs(Date.parse(a.at) - Date.parse(b.at));
const sameStory = (a: TimelineEntry, b: TimelineEntry) =>
  a.type === b.type &&
  a.on === b.on &&
  a.by === b.by &&
  a.data['result'] === b.data['result'] &&
  a.data['activityId'] === b.data['activityId'];

function fold(told: Told, entry: TimelineEntry, stage: string | null): Told {
  const counts = PER_PERSON.includes(entry.type);
  const first = entry.data['firstTime'] === true ? { firstTime: true } : {};
  return {
    entry: { ...told.entry, data: { ...told.entry.data, ...first } },
    times: counts ? told.times + 1 : told.times,
    stage: told.stage ?? stage,
  };
}

/** Folds what would only repeat itself. Entries come newest first and stay so. */
export function toldTimeline(entries: readonly TimelineEntry[]): Told[] {
  const told: Told[] = [];
  let risen: TimelineEntry | null = null;
  for (const entry of entries) {
    if (entry.type === 'NextStepChanged') continue; // every moved number would drown the story of a firm
    if (entry.type === 'StageAdvanced') {
      if (risen) told.push({ entry: risen, times: 1, stage: null });
      risen = entry;
      continue;
    }
    if (risen !== null && entry.type.startsWith('FollowUp') && apart(risen, entry) <= TOGETHER_MS) {
      told.push({ entry, times: 1, stage: null }); // a promise never moved a stage: what did comes next
      continue;
    }
    const stage = risen !== null && apart(risen, entry) <= TOGETHER_MS ? String(risen.data['to']) : null;
    if (risen !== null && stage === null) told.push({ entry: risen, times: 1, stage: null });
    risen = null;
    const known = FOLDED.includes(entry.type) ? told.findIndex((other) => sameStory(other.entry, entry)) : -1;
    const same = told[known];
    if (same) told[known] = fold(same, entry, stage);
    else told.push({ entry, times: 1, stage });
  }
  if (risen) told.push({ entry: risen, times: 1, stage: null });
  return told;
}
