import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createMasterKey } from './data-key.ts';
import { maskName, maskPhone } from './mask.ts';

const master = createMasterKey(randomBytes(32).toString('base64'));

describe("a person's key", () => {
  it('opens what it sealed, also after being wrapped', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { wrapped, key } = master.create('street/person');
        expect(JSON.stringify(master.unwrap(wrapped, 'street/person').open(key.seal(value)))).toBe(
          JSON.stringify(value),
        );
      }),
      { numRuns: 50 },
    );
  });
  it("does not open another person's fields, nor its own under another name", () => {
    const { wrapped, key } = master.create('street/a');
    expect(() => master.create('street/a').key.open(key.seal('贺䶮思'))).toThrow();
    expect(() => master.unwrap(wrapped, 'street/b')).toThrow();
  });
  it('does not open what was tampered with', () => {
    const { key } = master.create('s/p');
    const sealed = Buffer.from(key.seal('贺䶮思'), 'base64url');
    sealed[14] = (sealed[14] ?? 0) ^ 1;
    expect(() => key.open(sealed.toString('base64url'))).toThrow();
  });
  it('marks equal values equally and hides them from others', () => {
    const { key } = master.create('s/p');
    expect(key.mark({ name: '贺' })).toBe(key.mark({ name: '贺' }));
    expect(key.mark({ name: '贺' })).not.toBe(key.mark({ name: '鹤' }));
    expect(key.mark({ name: '贺' })).not.toBe(master.create('s/p').key.mark({ name: '贺' }));
  });
  it('needs a master key of 32 bytes', () => {
    expect(() => createMasterKey('c2hvcnQ=')).toThrow('MASTER_KEY');
  });
});

describe('masking', () => {
  it('shows the first character of a name, rare ones whole', () => {
    expect([maskName('贺䶮思'), maskName('𬭎'), maskName('古丽娜扎尔·艾合买提江')]).toEqual(['贺**', '𬭎**', '古**']);
  });
  it('hides the middle of a telephone number', () => {
    expect([maskPhone('13800000000'), maskPhone('0510-82000001'), maskPhone(null)]).toEqual([
      '138****0000',
      '0510****01',
      null,
    ]);
  });
});
