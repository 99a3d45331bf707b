import type { IncomingMessage } from 'node:http';
import { readSession } from './read-session.ts';

const SESSION = 'a'.repeat(43);
const OTHER = 'b'.repeat(43);
const asking = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage; // all that is read of it

describe('the session a request shows', () => {
  it.each([
    ['the cookie of plain http', 'http', { cookie: `theme=dark; qc=${SESSION}` }],
    ['the cookie bound to this host', 'https', { cookie: `__Host-qc=${SESSION}; theme=dark` }],
    ['a bearer', 'https', { authorization: `Bearer ${SESSION}` }],
    ['a bearer before a cookie', 'http', { authorization: `Bearer ${SESSION}`, cookie: `qc=${OTHER}` }],
    ['the bound cookie among others', 'https', { cookie: `qc=${OTHER}; __Host-qc=${SESSION}` }],
  ] as const)('is %s', (_, protocol, headers) => {
    expect(readSession(asking(headers), protocol)).toBe(SESSION);
  });

  it('is none where a neighbouring host may have planted the cookie', () => {
    expect(readSession(asking({ cookie: `qc=${OTHER}` }), 'https')).toBeUndefined();
  });

  it('is none when nothing is shown, or something else', () => {
    expect(readSession(asking({}), 'http')).toBeUndefined();
    expect(readSession(asking({ cookie: `xqc=${SESSION}` }), 'http')).toBeUndefined();
    expect(readSession(asking({ cookie: 'qc=short' }), 'http')).toBeUndefined();
  });
});
