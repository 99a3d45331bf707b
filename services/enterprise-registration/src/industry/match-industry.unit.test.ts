import { matchIndustry } from './match-industry.ts';

describe("matching the office's words for an industry", () => {
  it.each([
    ['零售业', '52', true],
    ['餐饮', '62', true],
    ['住宿业', '61', true],
    ['居民服务业', '80', true],
    ['娱乐业', '90', true],
    ['教育', '83', true],
    ['卫生', '84', true],
    ['物业管理', '702', true],
    ['邮政业', '60', false],
    ['制造业', 'C', false],
    ['软件和信息技术服务业', '65', false],
    ['理发及美容服务', '804', true],
    ['5211', '5211', true],
  ])('%s is %s', (words, industryCode, serviceTrade) => {
    expect(matchIndustry(words)).toEqual({ industryCode, serviceTrade });
  });
  it.each([null, '', '综合'])('leaves %j without a code', (words) => {
    expect(matchIndustry(words)).toEqual({ industryCode: null, serviceTrade: false });
  });
});
