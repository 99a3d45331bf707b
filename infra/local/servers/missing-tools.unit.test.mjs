// @ts-check
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHome } from '../home.mjs';
import { kafka } from './kafka.mjs';
import { mongo } from './mongo.mjs';
import { chooseWay } from './start-server.mjs';
import { valkey } from './valkey.mjs';

const PATH = process.env.PATH;
/** @type {import('../home.mjs').Home} */
let home;

beforeEach(() => {
  home = openHome(mkdtempSync(join(tmpdir(), 'qucheng-')));
  process.env.PATH = home.path;
});

afterEach(() => {
  process.env.PATH = PATH;
  rmSync(home.path, { recursive: true, force: true });
});

describe('a machine without tools', () => {
  it('is told what Kafka needs and the commands that bring it', () => {
    expect(() => chooseWay(kafka, home)).toThrow('install it with: apt-get install openjdk-17-jre-headless');
    expect(() => chooseWay(kafka, home)).toThrow('install it with: apt-get install maven');
  });

  it('is told what the database servers need', () => {
    expect(() => chooseWay(mongo, home)).toThrow('install it with: apt-get install python3');
    expect(() => chooseWay(valkey, home)).toThrow('install it with: apt-get install python3-pip');
  });
});

describe('a machine with a server of its own', () => {
  it('is not asked for Docker, which may be far away', () => {
    const asked = join(home.path, 'asked');
    writeFileSync(join(home.path, 'valkey-server'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(home.path, 'docker'), `#!/bin/sh\n: > ${asked}\n`, { mode: 0o755 });
    expect(chooseWay(valkey, home).data).toBe('valkey');
    expect(existsSync(asked)).toBe(false);
  });
});
