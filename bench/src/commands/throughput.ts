import autocannon from 'autocannon';
import type { NodeProcess } from '../node-process.ts';
import { visitTo } from './visits.ts';

export interface Throughput {
  readonly acceptedPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of the measured process per accepted command, µs. */
  readonly cpuUs: number;
}

const CONNECTIONS = 64;
let next = 0;

/** Closed loop: 64 connections, each asks again as soon as it was answered. */
export async function throughputOf(subject: NodeProcess, seconds: number): Promise<Throughput> {
  const cpuBefore = subject.cpuUs();
  const result = await autocannon({
    url: subject.url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({ ...request, ...visitTo(next++) }),
      },
    ],
  });
  const accepted = result['2xx'];
  if (result.non2xx + result.errors > 0) throw new Error(`${String(result.non2xx + result.errors)} commands were not accepted`);
  return {
    acceptedPerSecond: accepted / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuUs: (subject.cpuUs() - cpuBefore) / accepted,
  };
}
