const AT_ONCE = 256;

/** Looks single keys up together: what is asked in one turn of the event loop becomes one query. */
export function inBatches<Row>(
  find: (keys: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): (key: string) => Promise<Row[]> {
  let asked = new Map<string, Promise<Row[]>>();
  let batch: { readonly keys: string[]; readonly rows: Promise<Map<string, Row[]>> } | undefined;

  async function lookUp(keys: readonly string[]): Promise<Map<string, Row[]>> {
    await new Promise(setImmediate);
    batch = undefined;
    asked = new Map();
    const found = new Map<string, Row[]>();
    for (const row of await find(keys)) {
      const rows = found.get(keyOf(row));
      if (rows === undefined) found.set(keyOf(row), [row]);
      else rows.push(row);
    }
    return found;
  }

  return (key) => {
    const same = asked.get(key);
    if (same !== undefined) return same;
    if (batch === undefined || batch.keys.length >= AT_ONCE) {
      const keys: string[] = [];
      batch = { keys, rows: lookUp(keys) };
    }
    batch.keys.push(key);
    const rows = batch.rows.then((found) => found.get(key) ?? []);
    asked.set(key, rows);
    return rows;
  };
}
