import autocannon from 'autocannon';
import type { NodeProcess } from '../node-process.ts';
import { FIRMS, visitTo } from './visits.ts';

export interface Throughput {
  readonly acceptedPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of the measured process per accepted command, µs. */
  readonly cpuUs: number;
}

const CONNECTIONS = 64;
let next = 0;

/** Lets a subject see every firm once, so that nothing is measured cold. */
export async function warmUp(subject: NodeProcess): Promise<void> {
  await run(subject, { amount: FIRMS });
}

/** Closed loop: 64 connections, each asks again as soon as it was answered. */
export async function throughputOf(subject: NodeProcess, seconds: number): Promise<Throughput> {
  const cpuBefore = subject.cpuUs();
  const result = await run(subject, { duration: seconds });
  const accepted = result['2xx'];
  return {
    acceptedPerSecond: accepted / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuUs: (subject.cpuUs() - cpuBefore) / accepted,
  };
}

async function run(
  subject: NodeProcess,
  extent: { amount: number } | { duration: number },
): Promise<autocannon.Result> {
  const result = await autocannon({
    url: subject.url,
    connections: CONNECTIONS,
    ...extent,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...visitTo(next++) }) }],
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${String(failed)} commands were not accepted`);
  return result;
}
