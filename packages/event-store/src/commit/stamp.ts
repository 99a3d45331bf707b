import type { Place } from '../collections.ts';
import type { StoredEvent } from '../decide.ts';
import type { Commit, CommandContext } from '../types.ts';
import { commitId } from './commit-id.ts';

/** A decided command on its way into a group. It gets its place when the group goes out. */
export interface Draft {
  readonly stream: string;
  readonly version: number;
  readonly context: CommandContext;
  readonly events: readonly StoredEvent[];
  /** The commit it follows in its stream. */
  readonly follows: Place | undefined;
}

const CARRIED_IF_GIVEN = ['fingerprint', 'causationId', 'correlationId', 'traceparent'] as const;

/** Numbers the drafts of a group from `first` on; names the commit of another writer the relay has to wait for. */
export function stamp(drafts: readonly Draft[], first: Place, isPublished: (place: Place) => boolean): Commit[] {
  return drafts.map(({ stream, version, context, events, follows }, index) => {
    const commit: Writable<Commit> = {
      _id: commitId(stream, version),
      stream,
      version,
      commandId: context.commandId,
      streetId: context.streetId,
      at: context.at,
      by: context.by,
      through: context.through,
      events,
      writer: first.writer,
      seq: first.seq + index,
    };
    for (const field of CARRIED_IF_GIVEN) {
      const given = context[field];
      if (given !== undefined) commit[field] = given;
    }
    if (follows !== undefined && follows.writer !== first.writer && !isPublished(follows)) commit.after = follows;
    return commit;
  });
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
