import { readPhone } from './read-phone.ts';

describe('reading a telephone number as somebody wrote it', () => {
  it.each([
    ['13800000001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['１３８ ００００ ０００１', '13800000001'],
    ['+86 138 0000 0001', '13800000001'],
    ['0510-82000000', '0510-82000000'],
    ['0510-82000000-802', '0510-82000000-802'],
  ])('reads %s', (text, phone) => {
    expect(readPhone(text)).toEqual({ certainty: 'exact', phone });
  });
  it('takes the first of several and says so', () => {
    expect(readPhone('13800000001/13800000002')).toEqual({ certainty: 'several', phone: '13800000001' });
  });
  it('leaves an empty cell open', () => {
    expect(readPhone(' - ')).toEqual({ certainty: 'unknown' });
  });
  it('does not take a number cut short', () => {
    expect(readPhone('138000')).toEqual({ certainty: 'unreadable' });
    expect(readPhone('1.38E+10')).toEqual({ certainty: 'unreadable' });
  });
});
