import type { IncomingMessage } from 'node:http';
import { isCrossSite } from './cross-site.ts';
import { createRateLimit } from './rate-limit.ts';

const crossSite = (method: string, headers: Record<string, string>): boolean =>
  isCrossSite({ method, headers: { host: 'qucheng.example', ...headers } } as unknown as IncomingMessage); // the two fields it reads

describe('writes from elsewhere', () => {
  it.each([
    ['POST', { 'sec-fetch-site': 'cross-site' }],
    ['POST', { 'sec-fetch-site': 'same-site' }],
    ['DELETE', { origin: 'https://evil.example' }],
    ['POST', { origin: 'null' }],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: 'https://qucheng.example' }],
  ])('%s with %j is refused', (method, headers) => {
    expect(crossSite(method, headers)).toBe(true);
  });

  it.each([
    ['GET', { 'sec-fetch-site': 'cross-site' }],
    ['POST', { 'sec-fetch-site': 'same-origin' }],
    ['POST', { 'sec-fetch-site': 'none' }],
    ['POST', { origin: 'https://qucheng.example' }],
    ['POST', {}],
  ])('%s with %j passes', (method, headers) => {
    expect(crossSite(method, headers)).toBe(false);
  });
});

describe('a flood', () => {
  it('is stopped per address, and forgotten after a second', () => {
    let now = 0;
    const allow = createRateLimit(2, () => now);
    expect([allow('a'), allow('a'), allow('a'), allow('b')]).toEqual([true, true, false, true]);
    now = 1_000;
    expect(allow('a')).toBe(true);
  });
});
