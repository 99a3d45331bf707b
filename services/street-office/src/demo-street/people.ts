import type { OpenAccount } from '@qucheng/contracts';

type Person = Pick<OpenAccount, 'account' | 'displayName' | 'role'> & {
  /** Names of communities; null: the whole street. */
  readonly communities: readonly string[] | null;
};

export const COMMUNITIES = [
  '江海新村社区',
  '古运河社区',
  '锡沪东社区',
  '广益里社区',
  '靖海社区',
  '上马墩南社区',
  '塔影桥社区',
  '春申社区',
] as const;

/** The street's invented team. */
export const PEOPLE: readonly Person[] = [
  { account: 'admin', displayName: '管理员', role: 'admin', communities: null },
  { account: 'zhouzhiqiang', displayName: '周志强', role: 'streetSecretary', communities: null },
  { account: 'lusiyuan', displayName: '陆思远', role: 'cadre', communities: null },
  { account: 'guwenjing', displayName: '顾文静', role: 'cadre', communities: ['江海新村社区', '春申社区', '靖海社区'] },
  { account: 'shenyifan', displayName: '沈一帆', role: 'cadre', communities: ['古运河社区', '塔影桥社区'] },
  { account: 'qianyue', displayName: '钱悦', role: 'communitySecretary', communities: ['古运河社区'] },
  { account: 'wuguanchao', displayName: '吴观潮', role: 'districtViewer', communities: null },
];
