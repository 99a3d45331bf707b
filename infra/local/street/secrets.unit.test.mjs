// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome, repository } from '../home.mjs';
import { readSecrets, rememberElsewhere, secretsFile, writeSecrets } from './secrets.mjs';

/** @type {import('../home.mjs').Home} */
let home;

beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'qucheng-')));
});

afterEach(() => rmSync(home.path, { recursive: true, force: true }));

/** @param {string} data */
const rowOf = (data) => ({ part: 'MongoDB', implementation: '', address: 'mongodb://office-db:27017/', data, log: '' });

function reset() {
  const env = { ...process.env, QUCHENG_HOME: home.path };
  const file = join(repository, 'infra/local/reset.mjs');
  return spawnSync(process.execPath, [file, '--yes'], { env, encoding: 'utf8' });
}

describe('the secrets of a home', () => {
  it('are made once and readable by their owner only', () => {
    const made = readSecrets(home);
    expect(readSecrets(home)).toEqual(made);
    expect(statSync(secretsFile(home)).mode & 0o777).toBe(0o600);
  });

  it('are replaced as a whole, so that a kill in the middle of writing leaves the old ones', () => {
    const made = readSecrets(home);
    const before = statSync(secretsFile(home)).ino;
    writeSecrets(home, { ...made, ledgerPending: true });
    expect(statSync(secretsFile(home)).ino).not.toBe(before);
    expect(readSecrets(home)).toEqual({ ...made, ledgerPending: true });
  });
});

describe('a reset', () => {
  it('wipes the data and the keys that open nothing else', () => {
    readSecrets(home);
    rememberElsewhere(home, [rowOf(home.data)]);
    writeFileSync(join(home.data, 'something'), '');
    expect(reset().status).toBe(0);
    expect(existsSync(home.data)).toBe(false);
    expect(existsSync(secretsFile(home))).toBe(false);
  });

  it('refuses to destroy the keys of data in a store it does not wipe, and names that store', () => {
    const made = readSecrets(home);
    rememberElsewhere(home, [rowOf('')]);
    rememberElsewhere(home, [rowOf('')]);
    writeFileSync(join(home.data, 'something'), '');
    const { status, stderr } = reset();
    expect(status).toBe(1);
    expect(stderr).toContain('MongoDB at mongodb://office-db:27017/, which a reset cannot wipe');
    expect(existsSync(join(home.data, 'something'))).toBe(true);
    expect(readSecrets(home).MASTER_KEY).toBe(made.MASTER_KEY);
  });
});
