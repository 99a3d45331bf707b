import type { AppliedVersions } from './applied-versions.ts';

/** How long a reader waits for their own write before seeing what is there. */
const PATIENCE_MS = 1_000;

/** `minVersion` is what writes answered as `written`: `<stream>@<version>`, several separated by commas. */
export async function awaitOwnWrites(applied: AppliedVersions, minVersion: string | undefined): Promise<void> {
  const waits = (minVersion ?? '').split(',').flatMap((each) => {
    const [, stream, version] = /^([a-z-]+-[0-9A-Z]+)@(\d{1,12})$/.exec(each.trim()) ?? [];
    return stream && version ? [applied.wait(stream, Number(version), PATIENCE_MS)] : [];
  });
  await Promise.all(waits);
}
