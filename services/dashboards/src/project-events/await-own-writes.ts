import type { AppliedVersions } from './applied-versions.ts';

/** How long a reader waits for their own write before seeing what is there. */
const PATIENCE_MS = 1_000;

/** `minVersion` is what writes answered as `written`: `<stream>@<version>`, several separated by commas. */
export async function awaitOwnWrites(applied: AppliedVersions, minVersion: string | undefined): Promise<void> {
  const wanted = (minVersion ?? '').split(',').map((each) => /^([a-z-]+-[0-9A-Z]+)@(\d{1,12})$/.exec(each.trim()));
  await Promise.all(
    wanted.map((match) => match?.[1] && match[2] && applied.wait(match[1], Number(match[2]), PATIENCE_MS)),
  );
}
