import { OpenAccount } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import type { CommandContext, Streams } from '@qucheng/event-store';
import { accepts, answer, commandContext, problem, requires } from '@qucheng/service-kit';
import type { Router } from 'express';
import type { AccountStore } from '../account/account-store.ts';
import { requiresOpenAccount } from '../account/requires-open-account.ts';
import type { Passwords } from '../password/passwords.ts';
import type { Street, StreetEvent } from '../street/street.ts';
import { openAccount } from './open-account.ts';

export interface OpenAccountTools {
  readonly streets: Streams<Street, StreetEvent>;
  readonly accounts: AccountStore;
  readonly passwords: Passwords;
}

export function openAccountRoute(router: Router, tools: OpenAccountTools): void {
  router.post(
    '/accounts',
    requires('office.manage'),
    requiresOpenAccount(tools.accounts),
    accepts(OpenAccount, async (req, res, command) => {
      const context = commandContext(req);
      const accountId = context.commandId;
      const outcome = await addAccount(tools, context, accountId, command);
      answer(req, res, { id: accountId, stream: `street-${context.streetId}` }, outcome);
    }),
  );
}

/** The fact first, then what is needed to sign in: a repeat after a crash in between completes it. */
export async function addAccount(
  { streets, accounts, passwords }: OpenAccountTools,
  context: CommandContext,
  accountId: string,
  command: OpenAccount,
) {
  const { account, displayName, role, communityIds, password } = command;
  const holder = await accounts.byName(account);
  if (holder !== null && holder._id !== accountId) throw problem(409, 'account-taken');
  const outcome = await streets.handle(context, context.streetId, openAccount, { accountId, role, communityIds }, {});
  if (!isRefusal(outcome) && holder === null) {
    const passwordHash = await passwords.hash(password);
    const added = await accounts.add({
      _id: accountId,
      streetId: context.streetId,
      account,
      displayName,
      role,
      communityIds,
      passwordHash,
    });
    if (!added) throw problem(409, 'account-taken');
  }
  return outcome;
}
