import { randomBytes } from 'node:crypto';
import { DEFAULT_RULES, newId } from '@qucheng/service-kit';
import type { Router } from 'express';
import { addAccount } from '../open-account/route.ts';
import type { OpenAccountTools } from '../open-account/route.ts';
import { openStreet } from '../open-street/open-street.ts';
import type { StreetStore } from '../street/street-store.ts';
import { COMMUNITIES, PEOPLE } from './people.ts';
import { readablePassword } from './readable-password.ts';

const IN_FORCE_FROM = '2026-09-01';
/** The ids of the demo are fixed: asked for twice, it is one street. */
const STREET_ID = '01J8ZQ7M00DEM0STREET00W0X1';
const communityId = (place: number): string => `01J8ZQ7M00DEM0C0MM0N1TY0${String(place).padStart(2, '0')}`;
const accountId = (place: number): string => `01J8ZQ7M00DEM0ACC0VNT00W${String(place).padStart(2, '0')}`;

interface Tools extends OpenAccountTools {
  readonly directory: StreetStore;
  readonly firstAdminPassword: string | null;
  readonly clock: () => Date;
}

export function demoStreetRoute(router: Router, tools: Tools): void {
  const seed = tools.firstAdminPassword ?? randomBytes(16).toString('hex');
  router.post('/demo-street', async (_req, res) => {
    await open(tools);
    const accounts = [];
    for (const [place, { account, displayName, role, communities }] of PEOPLE.entries()) {
      const password =
        role === 'admin' && tools.firstAdminPassword !== null
          ? tools.firstAdminPassword
          : readablePassword(seed, account);
      const communityIds =
        communities?.map((name) => communityId(COMMUNITIES.findIndex((known) => known === name))) ?? null;
      await addAccount(tools, contextOf(tools, `demo-account-${String(place)}`), accountId(place), {
        account,
        displayName,
        role,
        communityIds,
        password,
      });
      accounts.push({ account, password, role, displayName });
    }
    res.status(201).json({ streetId: STREET_ID, accounts });
  });
}

async function open(tools: Tools): Promise<void> {
  const command = {
    street: { streetId: STREET_ID, name: '江海街道', district: '无锡市梁溪区', divisionCode: '320213005' },
    communities: COMMUNITIES.map((name, place) => ({ communityId: communityId(place), name })),
    rules: DEFAULT_RULES.map((rule) => ({ ...rule, from: IN_FORCE_FROM, version: `${IN_FORCE_FROM}/${rule.key}#0` })),
  };
  await tools.streets.handle(contextOf(tools, 'demo-street'), STREET_ID, openStreet, command, {});
  await tools.directory.keep({ _id: STREET_ID, name: command.street.name });
}

function contextOf({ clock }: Tools, commandId: string) {
  return {
    commandId,
    streetId: STREET_ID,
    by: 'system',
    through: 'demo',
    at: clock().toISOString(),
    correlationId: newId(),
  };
}
