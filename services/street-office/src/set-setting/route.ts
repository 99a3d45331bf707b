import { RuleVersionSet } from '@qucheng/contracts';
import type { Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { Street, StreetEvent } from '../street/street.ts';
import { setSetting } from './set-setting.ts';

/** The event's own limits, without the version: the street counts that itself. */
const SetSetting = RuleVersionSet.omit({ version: true });

export function setSettingRoute(router: Router, { streets }: { streets: Streams<Street, StreetEvent> }): void {
  router.post(
    '/settings',
    requires('office.manage'),
    accepts(SetSetting, async (req, res, command) => {
      const context = commandContext(req);
      const outcome = await streets.handle(context, context.streetId, setSetting, command, {});
      answer(req, res, { id: command.key, stream: `street-${context.streetId}` }, outcome);
    }),
  );
}
