import { readCount } from './read-count.ts';

describe('reading a head-count as somebody wrote it', () => {
  it.each([
    ['12', 12],
    ['４２', 42],
    [' 7 人', 7],
    ['1,200', 1200],
    ['15.0', 15],
    ['无', 0],
    ['十二', 12],
    ['二十', 20],
    ['三十五人', 35],
    ['两人', 2],
  ])('takes %s for exactly %i', (text, value) => {
    expect(readCount(text)).toEqual({ certainty: 'exact', value });
  });
  it.each([
    ['约30人', 30],
    ['20余', 20],
    ['30多人', 30],
    ['近50', 50],
    ['0余', 0],
    ['20-30', 20],
    ['40左右', 40],
    ['１００＋', 100],
  ])('takes %s for about %i', (text, value) => {
    expect(readCount(text)).toEqual({ certainty: 'approximate', value });
  });
  it.each(['', '　', '-', '——', '不详', 'N/A', '？'])('leaves %j open', (text) => {
    expect(readCount(text)).toEqual({ certainty: 'unknown' });
  });
  it.each(['老板不在', '12/15', '-3', '13800000001', '3.5', '一二三'])('does not guess at %s', (text) => {
    expect(readCount(text)).toEqual({ certainty: 'unreadable' });
  });
});
