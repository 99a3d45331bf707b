import { createService as activityCoverage } from '@qucheng/activity-coverage';
import { createService as branchFormation } from '@qucheng/branch-formation';
import { createService as dashboards } from '@qucheng/dashboards';
import { createService as enterpriseRegistration } from '@qucheng/enterprise-registration';
import { createService as followUps } from '@qucheng/follow-ups';
import { createService as gateway } from '@qucheng/gateway';
import { createService as streetOffice } from '@qucheng/street-office';
import { dropTestData, freshTopics, infrastructure, TEST_INTERNAL_KEY, testConfig, testKeys } from '@qucheng/testing';
import { signIn, type OfficeClient } from '../road/office-client.ts';
import { freeRange } from './free-range.ts';

interface Running {
  start(): Promise<void>;
  stop(): Promise<void>;
  settled(): Promise<void>;
}

/** A whole street on the real servers: every service of the house, talking to each other as in production. */
export interface Street {
  /** The one address. */
  readonly url: string;
  /** Everybody who may sign in. */
  readonly accounts: readonly DemoAccount[];
  /** What somebody of a role types to sign in. */
  accountOf(role: string): DemoAccount;
  /** Signs in the demo account of a role. */
  enter(role: string): Promise<OfficeClient>;
  /** Resolves when everything accepted anywhere has arrived everywhere. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const NAMES = [
  'street-office',
  'enterprise-registration',
  'activity-coverage',
  'branch-formation',
  'follow-ups',
  'dashboards',
] as const;

export async function openStreet(webRoot: string | null = null): Promise<Street> {
  const { prefix: kafkaPrefix } = freshTopics('street');
  const { redisUrl } = infrastructure();
  const portsFrom = await freeRange(NAMES.length);
  const services = Object.fromEntries(NAMES.map((name, place) => [name, `http://127.0.0.1:${portsFrom + place}`]));
  const configOf = <Extra extends object>(name: (typeof NAMES)[number], extra: Extra) =>
    testConfig(name, { kafkaPrefix, services, port: portsFrom + NAMES.indexOf(name), ...extra });
  const configs = {
    office: configOf('street-office', {
      tokenPrivateKey: testKeys.privateKey,
      firstAdminPassword: 'canal-bridge-0001',
    }),
    registration: configOf('enterprise-registration', {
      ...{ redisUrl, redisPrefix: kafkaPrefix, masterKey: Buffer.alloc(32, 7).toString('base64') },
    }),
    coverage: configOf('activity-coverage', {}),
    formation: configOf('branch-formation', {}),
    followUps: configOf('follow-ups', { redisUrl, redisPrefix: kafkaPrefix, reconcileEveryMs: 60_000 }),
    dashboards: configOf('dashboards', {}),
  };
  const house: readonly Running[] = await Promise.all([
    streetOffice(configs.office),
    enterpriseRegistration(configs.registration),
    activityCoverage(configs.coverage),
    branchFormation(configs.formation),
    followUps(configs.followUps),
    dashboards(configs.dashboards),
  ]);
  const door = await gateway(testConfig('gateway', { services, webRoot, trustProxy: false, requestsPerSecond: 5_000 }));
  await Promise.all([...house, door].map((each) => each.start()));
  const accounts = await openDemoStreet(services['street-office'] ?? '');

  const settled = async () => {
    // A fact crosses at most four services one after the other.
    for (let hop = 0; hop < 4; hop += 1) for (const service of house) await service.settled();
  };
  const accountOf = (role: string): DemoAccount => {
    const found = accounts.find((account) => account.role === role);
    if (found === undefined) throw new Error(`the demo street has no ${role}`);
    return found;
  };
  return {
    url: door.url(),
    accounts,
    settled,
    accountOf,
    enter: (role) => {
      const { account, password } = accountOf(role);
      return signIn(door.url(), account, password);
    },
    close: async () => {
      await door.stop();
      await Promise.all(house.map((each) => each.stop()));
      for (const config of Object.values(configs)) await dropTestData(config);
    },
  };
}

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: string;
  readonly displayName: string;
}

async function openDemoStreet(office: string): Promise<readonly DemoAccount[]> {
  const answer = await fetch(`${office}/internal/demo-street`, {
    method: 'POST',
    headers: { 'x-internal-key': TEST_INTERNAL_KEY },
  });
  const { accounts } = (await answer.json()) as { accounts: DemoAccount[] }; // street-office's own answer
  return accounts;
}
