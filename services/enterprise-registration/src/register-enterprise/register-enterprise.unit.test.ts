import { given } from '@qucheng/testing';
import { UNKNOWN_HEADCOUNTS, enterpriseKind } from '../enterprise/enterprise.ts';
import { describeFirm } from './describe-firm.ts';
import { registerEnterprise } from './register-enterprise.ts';

const facts = {
  creditCode: '91320213MAK0R8TD3K',
  noCodeReason: null,
  name: '江苏霖恒家政服务部',
  industry: '居民服务业',
  industryCode: '80',
  serviceTrade: true,
  communityId: null,
  address: null,
  building: null,
  aboveScale: null,
  headcounts: UNKNOWN_HEADCOUNTS,
};
const enterpriseId = '01K00000000000000000000000';
const source = { kind: 'typed', on: '2026-11-01' } as const;
const command = { enterpriseId, facts, contacts: [], source };
const registered = {
  type: 'EnterpriseRegistered',
  data: { enterpriseId, ...facts, contacts: [], ownerId: null, source },
} as const;

describe('registering a firm', () => {
  it('records a firm nobody has registered', () => {
    given(enterpriseKind).when(registerEnterprise, command, {}).then(registered);
  });
  it('refuses a code that is registered already', () => {
    given(enterpriseKind, registered).when(registerEnterprise, command, {}).thenRefused('code-taken');
  });
  it('refuses a second firm of the same name when neither has a code', () => {
    const withoutCode = { ...command, facts: { ...facts, creditCode: null, noCodeReason: 'applying' as const } };
    given(enterpriseKind, registered).when(registerEnterprise, withoutCode, {}).thenRefused('name-taken');
  });
});

describe('describing a typed firm', () => {
  it('tidies the code and finds the industry', () => {
    expect(
      describeFirm({ name: '江苏霖恒家政服务部', creditCode: ' 9132O213mak0r8td3k', industry: '居民服务业' }),
    ).toEqual({ facts });
  });
  it('keeps why there is no code', () => {
    expect(describeFirm({ name: '甲店', noCodeReason: 'individual' })).toMatchObject({
      facts: { creditCode: null, noCodeReason: 'individual' },
    });
  });
  it('says what is wrong with a code', () => {
    expect(describeFirm({ name: '甲店', creditCode: '91320213MA97HXUG4L' })).toEqual({ problem: 'code-digit' });
  });
});
