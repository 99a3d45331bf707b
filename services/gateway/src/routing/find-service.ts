import type { ServiceName } from '@qucheng/contracts';
import { ROUTE_TABLE } from './route-table.ts';

const LINES = ROUTE_TABLE.map(([method, path, service]) => {
  const segments = path.split('/').slice(1);
  const open = segments.at(-1) === '**';
  return { method, segments: open ? segments.slice(0, -1) : segments, open, service };
});

/** A path that says something else than it seems to: dots, empty or encoded separators. */
const CROOKED = /\/\.|\/\/|%2f|%5c|%2e|\\/i;

/** The service that answers a path (without `/api`, without query); undefined when none does. */
export function findService(method: string, path: string): ServiceName | undefined {
  if (CROOKED.test(path)) return undefined;
  const segments = path.split('/').slice(1);
  // HEAD asks for what GET would answer
  const asked = method === 'HEAD' ? 'GET' : method;
  return LINES.find(
    (line) =>
      (line.method === 'ANY' || line.method === asked) &&
      (line.open ? segments.length >= line.segments.length : segments.length === line.segments.length) &&
      line.segments.every((segment, place) => segment === '*' || segment === segments[place]),
  )?.service;
}
