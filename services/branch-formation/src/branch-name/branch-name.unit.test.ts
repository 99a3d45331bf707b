import { fullBranchName, shortBranchName } from './branch-name.ts';

const area = { district: '无锡市梁溪区', street: '江海街道' };

describe('the name of a branch', () => {
  it('puts area and company into the pattern of the national system', () => {
    expect(fullBranchName(area, '润泽小馆', 'branch')).toBe('中国共产主义青年团无锡市梁溪区江海街道润泽小馆支部委员会');
    expect(fullBranchName(area, '润泽小馆', 'generalBranch')).toBe(
      '中国共产主义青年团无锡市梁溪区江海街道润泽小馆总支部委员会',
    );
    expect(fullBranchName(area, '润泽小馆', 'grassrootsCommittee')).toBe(
      '中国共产主义青年团无锡市梁溪区江海街道润泽小馆委员会',
    );
  });

  it('has a short form for every day', () => {
    expect(shortBranchName(area, '润泽小馆', 'branch')).toBe('无锡市梁溪区江海街道润泽小馆团支部');
    expect(shortBranchName(area, '润泽小馆', 'generalBranch')).toBe('无锡市梁溪区江海街道润泽小馆团总支');
  });

  it('omits the prefecture of a county-level city', () => {
    expect(fullBranchName({ district: '无锡市江阴市', street: '澄江街道' }, '某厂', 'branch')).toBe(
      '中国共产主义青年团江阴市澄江街道某厂支部委员会',
    );
    expect(fullBranchName({ district: '江苏省无锡市江阴市', street: '' }, '某厂', 'branch')).toBe(
      '中国共产主义青年团江苏省江阴市某厂支部委员会',
    );
  });
});
