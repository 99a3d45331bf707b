import { parseArgs } from 'node:util';
import { commands } from './commands/commands.ts';
import { printReport, reportLine, type Report } from './figures.ts';

export interface Effort {
  /** Rounds in turn: each figure is a median over them. */
  readonly rounds: number;
  /** Length of one measurement, seconds. */
  readonly seconds: number;
  /** Without starting whole systems: no start-up times and no memory. */
  readonly quick: boolean;
}

const WORKLOADS: Readonly<Record<string, (effort: Effort) => Promise<Report>>> = { commands };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '6' },
    quick: { type: 'boolean', default: false },
  },
});
const workload = WORKLOADS[positionals[0] ?? ''];

if (workload === undefined) {
  process.stderr.write(
    `npm run bench -- <name> [--rounds 5] [--seconds 6] [--quick] [--json]\nnames: ${Object.keys(WORKLOADS).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  const report = await workload({
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    quick: values.quick,
  });
  process.stdout.write(printReport(report));
  process.stdout.write(
    `on ${process.env['BENCH_SERVERS'] ?? 'the servers named in the environment'}; ${values.rounds} rounds\n`,
  );
  if (values.json) process.stdout.write(`${reportLine(report)}\n`);
}
