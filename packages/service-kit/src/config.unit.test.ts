import { readBaseConfig } from './config.ts';

const needed = {
  PORT: '8101',
  TOKEN_PUBLIC_KEY: `-----BEGIN PUBLIC KEY-----\\n${'A'.repeat(60)}\\n-----END PUBLIC KEY-----`,
  INTERNAL_KEY: 'k'.repeat(20),
};

describe('the environment', () => {
  it('gives each service its own database unless said otherwise', () => {
    const config = readBaseConfig('follow-ups', {
      ...needed,
      KAFKA_BROKERS: 'a:1,b:2',
      SERVICES: '{"dashboards":"http://127.0.0.1:8106"}',
    });
    expect(config).toMatchObject({
      port: 8101,
      mongoDb: 'qc_follow_ups',
      kafkaBrokers: ['a:1', 'b:2'],
      services: { dashboards: 'http://127.0.0.1:8106' },
    });
    expect(config.tokenPublicKey.split('\n')).toHaveLength(3);
  });

  it('names every bad key and shows no value', () => {
    const read = () => readBaseConfig('follow-ups', { PORT: 'eighty', INTERNAL_KEY: 'short-secret', SERVICES: '{' });
    expect(read).toThrow(/PORT[^]*TOKEN_PUBLIC_KEY[^]*INTERNAL_KEY[^]*SERVICES/);
    expect(read).not.toThrow(/short-secret|eighty/);
  });
});
