import type { TFunction } from 'i18next';
import type { TimelineEntry } from '../../requests/shapes.ts';

type Data = TimelineEntry['data'];

export interface TimelineWords {
  readonly title: string;
  readonly text: string;
  readonly tag: string | null;
}

interface Dictionary {
  readonly t: TFunction;
  readonly day: (day: string) => string;
  readonly account: (id: string | null) => string;
}

const text = (data: Data, name: string): string => (typeof data[name] === 'string' ? data[name] : '');
const count = (data: Data, name: string): number => (typeof data[name] === 'number' ? data[name] : 0);
const list = (data: Data, name: string): readonly string[] =>
  Array.isArray(data[name]) ? data[name].filter((each): each is string => typeof each === 'string') : [];
const inside = (data: Data, name: string): Data => {
  const value = data[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}; // an object can be read by name
};

type Words = (data: Data, dictionary: Dictionary) => { text?: string; tag?: string };

/** What stands behind the title of each kind of entry. Kinds without an own line say all in their title. */
const WORDS: Readonly<Record<string, Words>> = {
  EnterpriseRegistered: (data, { t }) => {
    const source = inside(data, 'source');
    return {
      text:
        source['kind'] === 'import'
          ? t('event.fromFile', { file: text(source, 'file'), row: count(source, 'row') })
          : t('event.typed'),
    };
  },
  EnterpriseCorrected: (data, { t }) => ({
    text: Object.keys(inside(data, 'changes'))
      .map((name) => t(`fieldName.${name}`))
      .join(' · '),
  }),
  OwnerAssigned: (data, { account }) => ({ text: account(text(data, 'cadreId') || null) }),
  YoungEmployeeRegistered: (data, { t }) => ({
    text: t('event.consented', { status: t(`leagueStatus.${text(data, 'status')}`) }),
  }),
  MemberVerified: (data, { t }) => ({
    text: t(`verification.${text(data, 'result')}`, { method: t(`verificationMethod.${text(data, 'method')}`) }),
  }),
  RosterConfirmed: (data, { t }) => ({
    text: t('event.rosterCounts', { members: count(data, 'members'), le35: count(data, 'le35') }),
  }),
  VisitLogged: (data, { t, day }) => {
    const promise = inside(data, 'promise');
    const met = text(inside(data, 'metWith'), 'post');
    const parts = [met, t('event.attitude', { attitude: t(`attitude.${text(data, 'attitude')}`) })];
    const needs = list(data, 'needs').map((need) => t(`need.${need}`));
    if (needs.length > 0) parts.push(t('event.needs', { needs: needs.join(t('frame.listComma')) }));
    if (promise['kind'])
      parts.push(
        t('event.promised', { promise: t(`promise.${text(promise, 'kind')}`), day: day(text(promise, 'on')) }),
      );
    return { text: parts.join(' · ') };
  },
  AttendanceRecorded: (data, { t }) => ({ text: t(`checkInMethod.${text(data, 'method')}`) }),
  EnterpriseCovered: (data, { t, day }) => ({
    text: t('event.covered', { people: count(data, 'people'), until: day(text(data, 'until')) }),
    tag: data['firstTime'] === true ? t('event.firstTime') : t('stage.activityCovered'),
  }),
  RouteChosen: (data, { t }) => ({ text: t(`route.${text(data, 'route')}`) }),
  FoundingApplied: (data, { t }) => ({
    text: t('event.applied', { form: t(`branchForm.${text(data, 'form')}`), members: count(data, 'members') }),
  }),
  ApplicationReturned: (data, { t }) => ({ text: list(data, 'missing').join(t('frame.listComma')) }),
  FoundingApproved: (data) => ({ text: `${text(data, 'fullName')} ${text(data, 'replyNo')}` }),
  ElectionHeld: (data, { t }) => ({
    text: t('event.election', { present: count(data, 'present'), due: count(data, 'due') }),
  }),
  CommitteeConfirmed: (data, { day }) => ({
    text: `${text(data, 'replyNo')} · ${day(text(data, 'termFrom'))} – ${day(text(data, 'termTo'))}`,
  }),
  BranchFormed: (data, { t }) => ({ text: text(data, 'fullName'), tag: t('stage.formed') }),
  StageAdvanced: (data, { t }) => ({ tag: t(`stage.${text(data, 'to')}`) }),
  StageReverted: (data, { t }) => ({ tag: text(data, 'to') ? t(`stage.${text(data, 'to')}`) : t('frame.unknown') }),
  FollowUpScheduled: (data, { t, day }) => ({
    text: t('event.until', { what: followUp(data, t), day: day(text(data, 'dueOn')) }),
  }),
  FollowUpDone: (data, { t }) => ({ text: t(`followUpHow.${text(data, 'how')}`) }),
  FollowUpSnoozed: (data, { t, day }) => ({ text: t('event.snoozedTo', { day: day(text(data, 'dueOn')) }) }),
};

const followUp = (data: Data, t: TFunction) =>
  text(data, 'promise') ? t(`promise.${text(data, 'promise')}`) : t(`followUp.${text(data, 'kind')}`);

/** One readable line per event of a firm. */
export function timelineWords(entry: Pick<TimelineEntry, 'type' | 'data'>, dictionary: Dictionary): TimelineWords {
  const words = WORDS[entry.type]?.(entry.data, dictionary) ?? {};
  return {
    title: dictionary.t(`eventTitle.${entry.type}`, { defaultValue: entry.type }),
    text: words.text ?? '',
    tag: words.tag ?? null,
  };
}

/** The part of `through` worth telling: how the fact came in. */
export function throughWord(through: string, t: TFunction): string {
  const kind = through.split(':')[0] ?? '';
  return t(`through.${kind}`, { defaultValue: '' });
}

/** Kinds a reader may pick; the rest is bookkeeping that only shows under "all". */
export const TIMELINE_TYPES = [
  'VisitLogged',
  'EnterpriseCovered',
  'AttendanceRecorded',
  'MemberVerified',
  'StageAdvanced',
  'FollowUpDone',
] as const;
