import { searchKeys, sortName, typedWords } from './search-keys.ts';

const finds = (typed: string, name = '无锡单于科技有限公司', code: string | null = '92320213MAW09T0A5X') =>
  typedWords(typed).every((word) => searchKeys(name, code).some((key) => key.startsWith(word)));

describe('searching firms', () => {
  it.each(['无锡', '单于', '科技', 'wuxi', 'keji', 'wx', 'kjyx', '92320213maw', 'W09T0A5X', '无 锡', 'ＷＸ'])(
    'finds a firm by %s',
    (typed) => {
      expect(finds(typed)).toBe(true);
    },
  );

  it('finds a firm by as much of its name as somebody cares to type', () => {
    const name = '无锡恒晟物业管理有限公司';
    expect(finds('wuxihengshengwuyeguanliyouxiangongsi', name)).toBe(true);
    expect(finds(name.repeat(3), name.repeat(3))).toBe(true);
  });

  it('finds a firm by several words, whichever comes first', () => {
    expect(finds('科技 WX')).toBe(true);
    expect(finds('科技 苏州')).toBe(false);
  });

  it('does not find it by what it is not called', () => {
    expect(finds('苏州')).toBe(false);
  });

  it('keeps letters and digits of a name together', () => {
    expect(finds('k11', '无锡K11购物中心')).toBe(true);
    expect(finds('gouwu', '无锡K11购物中心')).toBe(true);
  });

  it('sorts names as they are pronounced', () => {
    expect(['佳映影城', '安达物业', '恒晟物业'].sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1))).toEqual([
      '安达物业',
      '恒晟物业',
      '佳映影城',
    ]);
  });
});
