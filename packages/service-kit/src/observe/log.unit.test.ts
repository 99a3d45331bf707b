import { describeError } from './log.ts';

describe('an error in the log', () => {
  it('keeps messages of our own and codes of others, never what they quote', () => {
    const foreign = Object.assign(new Error('E11000 duplicate key { phone: "13800000000" }'), {
      name: 'MongoServerError',
      code: 11_000,
    });
    const described = describeError(new Error('could not store', { cause: foreign }));
    expect(described).toMatchObject({
      name: 'Error',
      message: 'could not store',
      cause: { name: 'MongoServerError', code: 11_000 },
    });
    expect(JSON.stringify(described)).not.toContain('13800000000');
  });

  it('describes what is no error by its type alone', () => {
    expect(describeError('张三')).toEqual({ name: 'string' });
  });
});
