/** Waits until `holds` answers true (asked every 20 ms); fails with `what` after `withinMs` (default 15 s). */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { withinMs = 15_000 } = {},
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${String(withinMs)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
