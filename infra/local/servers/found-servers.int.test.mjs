// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../home.mjs';
import { keepRunning } from '../processes/keep-running.mjs';
import { Refusal } from '../processes/one-supervisor.mjs';
import { mongo } from './mongo.mjs';
import { planServer } from './start-server.mjs';

const { fetched } = openHome();
/** @type {import('../processes/keep-running.mjs').Kept[]} */
const kept = [];
/** @type {string} */
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qucheng-'));
});
afterAll(async () => {
  await Promise.all(kept.map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name of a home in which a start looks for its servers */
function startIn(name) {
  const home = { ...openHome(join(folder, name)), fetched };
  return {
    home,
    /** @type {import('../processes/supervisor.mjs').Supervisor['keep']} */
    keep: (program) => {
      const one = keepRunning(program, home, () => undefined);
      kept.push(one);
      return one;
    },
  };
}

describe('a MongoDB that answers already', () => {
  it('is used by a start with the same keys and refused by one with others', async () => {
    const { url } = await (await planServer(mongo, startIn('first'), 'free'))();
    const found = { ...mongo, variable: 'NO_MONGO_URL', port: Number(new URL(url).port) };
    for (let time = 0; time < 2; time += 1) {
      const start = await planServer(found, startIn('first'), 'agreed');
      expect(await start()).toMatchObject({ url, row: { implementation: 'already answering' } });
    }
    const other = planServer(found, startIn('second'), 'agreed');
    await expect(other).rejects.toThrow(Refusal);
    await expect(other).rejects.toThrow('QUCHENG_PORTS_FROM');
  }, 60_000);
});
