import { given } from '@qucheng/testing';
import { streetKind } from '../street/street.ts';
import type { StreetEvent } from '../street/street.ts';
import { setSetting } from './set-setting.ts';

const opened: StreetEvent = {
  type: 'StreetOpened',
  data: { streetId: 's', name: '江海街道', district: '梁溪区', divisionCode: null },
};
const version = (value: number, from: string, n: number): StreetEvent => ({
  type: 'RuleVersionSet',
  data: {
    key: 'approval.days',
    value,
    from,
    text: '批复期限',
    source: '街道',
    version: `${from}/approval.days#${String(n)}`,
  },
});
const command = { key: 'approval.days', value: 20, from: '2026-06-01', text: '批复期限', source: '街道' };

describe('setting a threshold', () => {
  it('adds a version beside the ones before', () => {
    given(streetKind, opened, version(30, '2000-01-01', 0))
      .when(setSetting, command, {})
      .then(version(20, '2026-06-01', 1));
  });

  it('stays quiet when it is set so already', () => {
    given(streetKind, opened, version(30, '2000-01-01', 0), version(20, '2026-06-01', 1))
      .when(setSetting, command, {})
      .thenNothingHappened();
  });

  it('refuses a key nobody decides by, and a value of another kind', () => {
    const street = given(streetKind, opened, version(30, '2000-01-01', 0));
    street.when(setSetting, { ...command, key: 'made.up' }, {}).thenRefused('unknown-setting', []);
    street.when(setSetting, { ...command, value: true }, {}).thenRefused('wrong-setting-type', []);
  });

  it('knows no street that was never opened', () => {
    given(streetKind).when(setSetting, command, {}).thenRefused('not-found', []);
  });
});
