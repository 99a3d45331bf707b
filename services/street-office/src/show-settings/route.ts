import type { Streams } from '@qucheng/event-store';
import { requires, scopeOf } from '@qucheng/service-kit';
import type { Router } from 'express';
import { loadStreet } from '../street/load-street.ts';
import type { Street, StreetEvent } from '../street/street.ts';

/** Every setting with every day it changed: a screen that applies a rule shows where it comes from. */
export function showSettingsRoute(router: Router, { streets }: { streets: Streams<Street, StreetEvent> }): void {
  router.get('/settings', requires('office.read'), async (req, res) => {
    const { rules } = await loadStreet(streets, scopeOf(req));
    res.json({ items: rules, nextCursor: null, total: rules.length });
  });
}
