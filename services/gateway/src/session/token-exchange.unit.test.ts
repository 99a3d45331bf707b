import { createTokenExchange } from './token-exchange.ts';

function exchangeWith(answers: { status: number; body: unknown }[]) {
  const clock = { now: 0 };
  const asked: object[] = [];
  const exchange = createTokenExchange(
    (body) => {
      asked.push(body);
      const next = answers.shift();
      return next === undefined ? Promise.reject(new Error('away')) : Promise.resolve(next);
    },
    () => clock.now,
  );
  return { exchange, asked, clock };
}
const issued = (token: string) => ({ status: 201, body: { token, expiresIn: 60 } });

describe('exchanging a session for a token', () => {
  it('asks once for requests that come together, and again after 45 seconds', async () => {
    const { exchange, asked, clock } = exchangeWith([issued('one'), issued('two')]);
    expect(await Promise.all([exchange.tokenOf('s'), exchange.tokenOf('s')])).toEqual(['one', 'one']);
    clock.now = 44_999;
    expect(await exchange.tokenOf('s')).toBe('one');
    clock.now = 45_000;
    expect(await exchange.tokenOf('s')).toBe('two');
    expect(asked).toHaveLength(2);
  });

  it('forgets a session that was signed out', async () => {
    const { exchange } = exchangeWith([issued('one'), { status: 401, body: {} }]);
    await exchange.tokenOf('s');
    exchange.forget('s');
    expect(await exchange.tokenOf('s')).toBeUndefined();
  });

  it('keeps neither a failure nor a session that does not hold', async () => {
    const { exchange } = exchangeWith([{ status: 401, body: {} }, issued('late')]);
    expect(await exchange.tokenOf('s')).toBeUndefined();
    expect(await exchange.tokenOf('s')).toBe('late');
    exchange.forget('s');
    await expect(exchange.tokenOf('s')).rejects.toThrow('away');
    await expect(exchange.tokenOf('s')).rejects.toThrow('away');
  });
});
