import type { Connection } from 'mongoose';
import type { EventData } from '@qucheng/contracts';
import type { EventStore } from '@qucheng/event-store';
import type { ActivityEvent } from './activity.ts';

/** Where an activity stands in its street's calendar. How full it is comes from its stream: counts move with every sign-up. */
export interface CalendarEntry {
  readonly _id: string;
  readonly streetId: string;
  /** `<day>~<activityId>`: one key to sort, to cut a range of days and to continue a page. */
  readonly place: string;
}

export interface CalendarRange {
  readonly streetId: string;
  /** First and last day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Continue below this place. */
  readonly below?: string | undefined;
  readonly limit: number;
}

export type ActivityCalendarStore = ReturnType<typeof createActivityCalendarStore>;

export function createActivityCalendarStore({ db }: Connection) {
  if (db === undefined) throw new Error('the calendar of activities needs an open connection');
  const entries = db.collection<CalendarEntry>('activityCalendar');

  const add = async (streetId: string, activities: readonly EventData<'ActivityPublished'>[]): Promise<void> => {
    if (activities.length === 0) return;
    const operations = activities.map(({ activityId, on }) => ({
      updateOne: {
        filter: { _id: activityId },
        update: { $setOnInsert: { streetId, place: `${on}~${activityId}` } },
        upsert: true,
      },
    }));
    await entries.bulkWrite(operations, { ordered: false });
  };

  return {
    add,
    createIndexes: () => entries.createIndexes([{ key: { streetId: 1, place: -1 }, name: 'street-calendar' }]),
    /** Enters what a crash between the commit and the calendar left out. */
    heal: (events: EventStore) =>
      events.replay(
        async (commits) => {
          for (const { streetId, events: stored } of commits) await add(streetId, stored.flatMap(publishedIn));
        },
        { kind: 'activity' },
      ),
    /** Newest day first. */
    find: ({ streetId, from, to, below, limit }: CalendarRange): Promise<CalendarEntry[]> => {
      // '!' sorts before '~'. The bare day would be a prefix of its places, and the local server's compound index skips
      // values that only continue a lower bound.
      const lower = from && `${from}!`;
      const upper = [below, to && `${to}~~`].filter((bound) => bound !== undefined).sort()[0];
      const place = { ...(lower && { $gt: lower }), ...(upper && { $lt: upper }) };
      const range = lower === undefined && upper === undefined ? {} : { place };
      return entries
        .find({ streetId, ...range })
        .sort({ place: -1 })
        .limit(limit)
        .toArray();
    },
  };
}

function publishedIn(stored: { readonly type: string; readonly data: unknown }): EventData<'ActivityPublished'>[] {
  // The log of this kind holds events of this kind.
  const event = stored as ActivityEvent;
  return event.type === 'ActivityPublished' ? [event.data] : [];
}
