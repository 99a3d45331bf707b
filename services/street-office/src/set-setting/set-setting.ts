import type { SetSetting } from '@qucheng/contracts';
import { refuse, refuseAbsent } from '@qucheng/event-store';
import type { Decide } from '@qucheng/event-store';
import type { z } from 'zod';
import type { Street, StreetEvent } from '../street/street.ts';

type Command = z.infer<typeof SetSetting>;

/** A new version of a setting that exists; what held before goes on holding for the days before. */
export const setSetting: Decide<Command, Street, StreetEvent> = (setting, street) => {
  if (street.status === 'none') return refuseAbsent();
  const versions = street.rules.filter(({ key }) => key === setting.key);
  const latest = versions.at(-1);
  if (latest === undefined) return refuse('unknown-setting');
  if (typeof latest.value !== typeof setting.value) return refuse('wrong-setting-type');
  const { value, from, text, source } = latest;
  if (value === setting.value && from === setting.from && text === setting.text && source === setting.source) return [];
  return [
    {
      type: 'RuleVersionSet',
      data: { ...setting, version: `${setting.from}/${setting.key}#${String(versions.length)}` },
    },
  ];
};
