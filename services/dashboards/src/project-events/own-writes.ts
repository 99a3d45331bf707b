import { FIRM_STREAMS, kindOf } from '../firm-card/apply-to-card.ts';
import type { Card } from '../firm-card/firm-card.ts';
import type { AppliedVersions } from './applied-versions.ts';

/** Kinds of stream that are told here. What others answer to a write, an import for one, never arrives. */
const TOLD = new Set([...FIRM_STREAMS, 'activity', 'follow-up', 'street']);

/** How long a reader waits for their own write before seeing what is there. */
const PATIENCE_MS = 1_000;

interface Dependencies {
  readonly applied: AppliedVersions;
  /** Stored cards by firm. */
  readonly load: (enterpriseIds: readonly string[]) => Promise<readonly Pick<Card, 'seen'>[]>;
  readonly patienceMs?: number;
}

/** Resolves when the writes a reader names have reached the lists: `<stream>@<version>`, several separated by commas. */
export type AwaitOwnWrites = (minVersion: string | undefined) => Promise<void>;

export function createOwnWrites({ applied, load, patienceMs = PATIENCE_MS }: Dependencies): AwaitOwnWrites {
  const arrived = async (stream: string, version: number): Promise<boolean> => {
    const kind = kindOf(stream);
    if (!TOLD.has(kind) || applied.has(stream, version)) return true;
    if (!FIRM_STREAMS.has(kind)) return false;
    // Written before this process began, or too long ago to be remembered: the firm's card knows it.
    const [card] = await load([stream.slice(kind.length + 1)]);
    return (card?.seen[kind] ?? 0) >= version;
  };

  return async (minVersion) => {
    const waits = (minVersion ?? '').split(',').map(async (each) => {
      const [, stream, version] = /^([a-z-]+-[0-9A-Z]+)@(\d{1,12})$/.exec(each.trim()) ?? [];
      if (stream === undefined || (await arrived(stream, Number(version)))) return;
      await applied.wait(stream, Number(version), patienceMs);
    });
    await Promise.all(waits);
  };
}
