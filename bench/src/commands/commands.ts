import { newId } from '@qucheng/service-kit';
import { over, quantile, ratioOf, type Figure, type Report } from '../figures.ts';
import type { Effort } from '../main.ts';
import { startNode, type NodeProcess } from '../node-process.ts';
import { delaysAt } from './delay.ts';
import { startFigures } from './starts.ts';
import { throughputOf, warmUp, type Throughput } from './throughput.ts';
import { entryOf, environmentOf, FIRMS, firmAt, headers, registerFirms, siblingOf } from './visits.ts';

const RATE = 200;
const SETTLED_SECONDS = 60;
/** At 200 commands a second V8 takes that long to see what is worth compiling. */
const WARM_UP_ROUNDS = 2;

/** How many durable commands a service accepts, how fast it answers, and how soon the funnel shows them. */
export async function commands(effort: Effort): Promise<Report> {
  const figures = [...(await throughput(effort)), ...(await delays(effort))];
  if (!effort.quick) figures.push(...(await startFigures(effort).catch(toldOnly)));
  return { name: 'commands', figures };
}

/** What was measured before is worth its minutes; the run has failed nevertheless. */
function toldOnly(error: unknown): [] {
  console.error('Whole systems could not be measured:', error);
  process.exitCode = 1;
  return [];
}

async function throughput({ rounds, seconds }: Effort): Promise<Figure[]> {
  const run = newId().toLowerCase();
  await registerFirms(run);
  const subjects = {
    ours: await startNode(entryOf('activity-coverage'), environmentOf('activity-coverage', run)),
    floor: await startNode(siblingOf('floor-service.js'), environmentOf('floor', run)),
    idiomatic: await startNode(siblingOf('idiomatic-service.js'), environmentOf('idiomatic', `peer-${run}`)),
  };
  await firmsKnown(subjects.ours, (place) => `/enterprises/${firmAt(place)}/visits`);
  await warmUp(subjects.ours);
  for (const subject of [subjects.floor, subjects.idiomatic]) await throughputOf(subject, 2);
  const measured = { ours: [], floor: [], idiomatic: [] } as Record<keyof typeof subjects, Throughput[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, subject] of Object.entries(subjects)) {
      measured[name as keyof typeof subjects].push(await throughputOf(subject, seconds)); // the keys of subjects
    }
  }
  await Promise.all(Object.values(subjects).map((subject) => subject.stop()));
  const perSecond = (name: keyof typeof subjects) => measured[name].map(({ acceptedPerSecond }) => acceptedPerSecond);
  const [ours, floor, idiomatic] = [perSecond('ours'), perSecond('floor'), perSecond('idiomatic')];
  return [
    over('acceptedPerSecond', '1/s', ours, { floor: over('', '', floor).value, ratio: ratioOf(ours, floor) }),
    over('idiomatic', '1/s', idiomatic, { ratio: ratioOf(ours, idiomatic) }),
    over(
      'loadedP50Ms',
      'ms',
      measured.ours.map(({ p50Ms }) => p50Ms),
    ),
    over(
      'loadedP99Ms',
      'ms',
      measured.ours.map(({ p99Ms }) => p99Ms),
    ),
    over(
      'nodeCpuPerCommandUs',
      'µs',
      measured.ours.map(({ cpuUs }) => cpuUs),
      {
        floor: over(
          '',
          '',
          measured.floor.map(({ cpuUs }) => cpuUs),
        ).value,
        ratio: ratioOf(
          measured.ours.map(({ cpuUs }) => cpuUs),
          measured.floor.map(({ cpuUs }) => cpuUs),
        ),
      },
    ),
  ];
}

async function delays({ rounds, seconds }: Effort): Promise<Figure[]> {
  const run = newId().toLowerCase();
  await registerFirms(run);
  const [visits, formation, dashboards] = (await Promise.all(
    (['activity-coverage', 'branch-formation', 'dashboards'] as const).map((service) =>
      startNode(entryOf(service), environmentOf(service, run)),
    ),
  )) as [NodeProcess, NodeProcess, NodeProcess]; // three services, three processes
  await firmsKnown(visits, (place) => `/enterprises/${firmAt(place)}/visits`);
  await firmsKnown(formation, (place) => `/enterprises/${firmAt(place)}/formation`);
  await firmsKnown(dashboards, (place) => `/enterprises/${firmAt(place)}/card`);
  const length = Math.min(seconds, Math.floor(FIRMS / RATE / (rounds + WARM_UP_ROUNDS)));
  let firstFirm = 0;
  const measured = [];
  for (let round = 0; round < rounds + WARM_UP_ROUNDS; round += 1) {
    measured.push(await delaysAt(RATE, length, firstFirm, { visits, dashboards }));
    firstFirm += RATE * length;
  }
  await Promise.all([visits, formation, dashboards].map((each) => each.stop()));
  const warm = measured.slice(WARM_UP_ROUNDS);
  const figure = (key: string, values: (delay: (typeof warm)[number]) => readonly number[], share: number) =>
    over(
      key,
      'ms',
      warm.map((delay) => quantile(values(delay), share)),
    );
  return [
    figure('ackP50Ms', ({ ack }) => ack, 0.5),
    figure('ackP99Ms', ({ ack }) => ack, 0.99),
    figure('acceptToFunnelP50Ms', ({ funnel }) => funnel, 0.5),
    figure('acceptToFunnelP99Ms', ({ funnel }) => funnel, 0.99),
    figure('acceptToScreenP50Ms', ({ screen }) => screen, 0.5),
    figure('acceptToScreenP99Ms', ({ screen }) => screen, 0.99),
  ];
}

/** Waits until the service has heard of every firm: the last ones published are the last to be known. */
async function firmsKnown({ url }: NodeProcess, pathOf: (place: number) => string): Promise<void> {
  const end = Date.now() + SETTLED_SECONDS * 1000;
  for (let place = FIRMS - 60; place < FIRMS; place += 1) {
    for (;;) {
      const { status, body } = await fetch(`${url}${pathOf(place)}`, { headers });
      await body?.cancel();
      if (status === 200) break;
      if (Date.now() > end)
        throw new Error(`a service has not heard of all firms within ${String(SETTLED_SECONDS)} s (${String(status)})`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
