import type { Commit, CommandContext, Decide, EventStore, Outcome, Streams } from '@qucheng/event-store';
import { isRefusal } from '@qucheng/event-store';
import type { RuleBook } from '@qucheng/service-kit';
import type { ReminderQueue } from '../reminders/reminder-queue.ts';
import type { FollowUpStore } from './follow-up-store.ts';
import { dueMoment } from './follow-up.ts';
import type { FollowUp, FollowUpEvent } from './follow-up.ts';

export interface FollowUpsDependencies {
  readonly streams: Streams<FollowUp, FollowUpEvent>;
  readonly store: FollowUpStore;
  readonly queue: Pick<ReminderQueue, 'offer'>;
  readonly rules: RuleBook;
}

export type FollowUps = ReturnType<typeof createFollowUps>;

/** Commands to follow-ups. After each the lists know it and the queue has been offered its reminder. */
export function createFollowUps({ streams, store, queue, rules }: FollowUpsDependencies) {
  const bringUpToDate = async (streetId: string, followUpId: string): Promise<void> => {
    const found = await streams.load(streetId, followUpId);
    if (found === undefined || found.state.status === 'absent') return;
    const { followUpId: _id, cause, ...facts } = found.state;
    const { version } = found;
    const dueAt = dueMoment(facts.dueOn, reminderHour(streetId, facts.dueOn));
    const unfinished = facts.status !== 'done';
    const place = `${facts.dueOn}~${_id}`;
    await store.put({ ...facts, _id, version, streetId, because: cause.code, dueAt, unfinished, place });
    if (facts.status === 'open') queue.offer({ followUpId: _id, version, dueAt });
  };

  const reminderHour = (streetId: string, day: string): number =>
    rules.rulesFor(streetId, day).number('followUp.reminderHour');

  const healFrom = async (commits: readonly Commit[]): Promise<void> => {
    const newest = new Map<string, { streetId: string; version: number }>();
    for (const { stream, streetId, version, events } of commits) {
      newest.set(stream.slice('follow-up-'.length), { streetId, version: version + events.length - 1 });
    }
    const listed = await store.versions([...newest.keys()]);
    for (const [id, { streetId, version }] of newest) {
      if ((listed.get(id) ?? 0) < version) await bringUpToDate(streetId, id);
    }
  };

  return {
    handle: async <Command, Tools>(
      context: CommandContext,
      followUpId: string,
      decide: Decide<Command, FollowUp, FollowUpEvent, Tools>,
      command: Command,
      tools: Tools,
    ): Promise<Outcome<FollowUpEvent>> => {
      const outcome = await streams.handle(context, followUpId, decide, command, tools);
      if (!isRefusal(outcome)) await bringUpToDate(context.streetId, followUpId);
      return outcome;
    },
    reminderHour,
    /** Lists what a crash between a commit and its list left out. */
    heal: (events: EventStore) => events.replay(healFrom, { kind: 'follow-up' }),
  };
}
