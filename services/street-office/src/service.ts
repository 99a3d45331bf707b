import type { ContractEvent } from '@qucheng/contracts';
import type { StoredEvent } from '@qucheng/event-store';
import { createFrame } from '@qucheng/service-kit';
import type { FrameParts, Service, ServiceParts } from '@qucheng/service-kit';
import { createAccountStore } from './account/account-store.ts';
import { changePasswordRoute } from './change-password/route.ts';
import { closeAccountRoute } from './close-account/route.ts';
import type { Config } from './config.ts';
import { demoStreetRoute } from './demo-street/route.ts';
import { issueTokenRoute } from './issue-token/route.ts';
import { createTokenSigner } from './issue-token/sign-token.ts';
import type { SignToken } from './issue-token/sign-token.ts';
import { messages } from './messages.ts';
import { openAccountRoute } from './open-account/route.ts';
import { createPasswords } from './password/passwords.ts';
import type { Passwords } from './password/passwords.ts';
import { resetPasswordRoute } from './reset-password/route.ts';
import { createSessionStore } from './session/session-store.ts';
import { setSettingRoute } from './set-setting/route.ts';
import { showAccountsRoute } from './show-accounts/route.ts';
import { showCommunitiesRoute } from './show-communities/route.ts';
import { showMeRoute } from './show-me/route.ts';
import { showSettingsRoute } from './show-settings/route.ts';
import { createAttemptStore } from './sign-in/attempt-store.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';
import { createStreetStore } from './street/street-store.ts';
import { streetKind } from './street/street.ts';
import type { StreetEvent } from './street/street.ts';

export { readConfig } from './config.ts';

/** Who works at the street, how they sign in, and the settings everything is decided by. */
export async function createService(config: Config, clock = () => new Date()): Promise<Service> {
  const tools = { passwords: await createPasswords(), sign: await createTokenSigner(config.tokenPrivateKey, clock) };
  return createFrame({
    name: 'street-office',
    config,
    messages,
    // The log of this service holds events of its one kind, and they are contract events already.
    toContract: (stored: StoredEvent): ContractEvent => stored as StreetEvent,
    build: (parts) => build(parts, config, clock, tools),
  });
}

function build(
  { connection, events }: FrameParts,
  config: Config,
  clock: () => Date,
  tools: { passwords: Passwords; sign: SignToken },
): ServiceParts {
  const accounts = createAccountStore(connection);
  const attempts = createAttemptStore(connection, clock);
  const directory = createStreetStore(connection);
  const sessions = createSessionStore(connection, clock);
  const streets = events.streams(streetKind);
  const dependencies = {
    ...tools,
    accounts,
    attempts,
    clock,
    directory,
    sessions,
    streets,
    firstAdminPassword: config.firstAdminPassword,
  };
  return {
    routes: (router) => {
      signInRoute(router, dependencies);
      signOutRoute(router, dependencies);
      showMeRoute(router, dependencies);
      changePasswordRoute(router, dependencies);
      showCommunitiesRoute(router, dependencies);
      showAccountsRoute(router, dependencies);
      openAccountRoute(router, dependencies);
      resetPasswordRoute(router, dependencies);
      closeAccountRoute(router, dependencies);
      showSettingsRoute(router, dependencies);
      setSettingRoute(router, dependencies);
    },
    internalRoutes: (router) => {
      issueTokenRoute(router, dependencies);
      demoStreetRoute(router, dependencies);
      router.get('/streets', async (_req, res) => {
        res.json((await directory.list()).map(({ _id, name }) => ({ streetId: _id, name })));
      });
    },
    beforeStart: async () => {
      await Promise.all([accounts.createIndexes(), attempts.createIndexes(), sessions.createIndexes()]);
    },
  };
}
