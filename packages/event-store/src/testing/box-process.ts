import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import mongoose from 'mongoose';
import type { EventStoreOptions } from '../types.ts';
import { add, from } from './box.ts';
import { openStore, silentLog } from './open-store.ts';

/** What a process of its own is to do, and where it is to be killed or stopped. */
export interface Scenario {
  readonly url: string;
  /** Published commits go here, a JSON line each; both sides of a crash append to it. */
  readonly journal: string;
  readonly leaseMs: number;
  /** Box and thing of each command, in this order; the commandId is `<box>:<thing>`. */
  readonly commands: readonly (readonly [box: string, thing: string])[];
  /** Sent to itself at this point, once `afterCommands` commands have been accepted. */
  readonly strike: {
    readonly point: Parameters<NonNullable<EventStoreOptions['checkpoint']>>[0];
    readonly signal: 'SIGKILL' | 'SIGSTOP';
    readonly afterCommands: number;
  };
}

async function main(scenario: Scenario): Promise<void> {
  const { strike } = scenario;
  let accepted = 0;
  let struck = false;
  const connection = await mongoose.createConnection(scenario.url, { retryWrites: false }).asPromise();
  const { store, boxes } = await openStore(connection, {
    leaseMs: scenario.leaseMs,
    log: silentLog,
    checkpoint: (point) => {
      if (struck || point !== strike.point || accepted < strike.afterCommands) return;
      struck = true;
      process.kill(process.pid, strike.signal);
    },
    publish: (commits) => {
      for (const commit of commits) appendFileSync(scenario.journal, `${JSON.stringify(commit)}\n`);
      return Promise.resolve();
    },
  });
  for (const [name, thing] of scenario.commands) {
    await boxes.handle(from(`${name}:${thing}`), name, add, [thing], {});
    accepted += 1;
    // Synchronous: what was acknowledged has to be known even if the next line kills the process.
    writeSync(1, `${name}:${thing}\n`);
  }
  await store.settled();
  await store.stop();
  await connection.close();
}

// The parent writes the scenario as JSON; the cast names its shape.
const [, , file] = process.argv;
if (file !== undefined) await main(JSON.parse(readFileSync(file, 'utf8')) as Scenario);
