import type { IncomingMessage } from 'node:http';
import { callerOf } from './caller.ts';
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

const callerBy = (trustProxy: boolean, headers: Record<string, string>) =>
  callerOf({ socket: { remoteAddress: '10.0.0.7' }, headers } as unknown as IncomingMessage, trustProxy); // what it reads

describe('who calls', () => {
  const forged = { 'x-forwarded-for': '1.1.1.1', 'x-forwarded-proto': 'https' };

  it('is the connection itself, whatever it claims, when there is no proxy of ours', () => {
    expect(callerBy(false, forged)).toEqual({ address: '10.0.0.7', protocol: 'http' });
  });

  it.each([
    ['what our proxy says', { 'x-forwarded-for': '9.9.9.9', 'x-forwarded-proto': 'https' }, '9.9.9.9', 'https'],
    [
      'what it added last, not what the caller put before',
      { 'x-forwarded-for': '1.1.1.1, 9.9.9.9' },
      '9.9.9.9',
      'http',
    ],
    ['the proxy itself when it says nothing', {}, '10.0.0.7', 'http'],
    ['on plain http when the proxy says so', { 'x-forwarded-proto': 'http' }, '10.0.0.7', 'http'],
  ])('is %s', (_, headers, address, protocol) => {
    expect(callerBy(true, headers)).toEqual({ address, protocol });
  });
});
