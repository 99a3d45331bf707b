import type { ActivityView, Written } from '@qucheng/contracts';
import { invented } from './invented-people.ts';
import type { OfficeClient } from './office-client.ts';
import type { Standing, Step } from './walk-the-road.ts';

/** Young employees the demonstration registers: enough for a branch of its own, one more who is no member. */
const PEOPLE = 4;

const day = (offset = 0): string =>
  new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const at = (enterpriseId: string, rest: string) => `/api/enterprises/${enterpriseId}/${rest}`;
const lacks =
  (stage: 'visited' | 'activityCovered' | 'liaisonNamed' | 'rosterVerified') =>
  ({ formation }: Standing): boolean =>
    !formation.filled.includes(stage);
const personOf = ({ roster }: Standing, place: number): string => {
  const members = roster.items.filter(({ status }) => status === 'memberVerified');
  return members[place]?.personId ?? roster.items[0]?.personId ?? '';
};

const visit: Step = {
  name: 'visit',
  needed: lacks('visited'),
  take: async ({ cadre }, { enterpriseId, firm }) => [
    await cadre.post(at(enterpriseId, 'visits'), {
      on: day(),
      kind: 'visit',
      metWith: { post: '店长' },
      headcounts: firm.headcounts,
      needs: ['social'],
      attitude: 'supports',
      promise: { kind: 'arrangeFoundingTalk', on: day(3) },
    }),
  ],
};

const registerPeople: Step = {
  name: 'registerYouth',
  needed: ({ roster, formation }) => roster.items.length < PEOPLE || heard(formation.counts) < PEOPLE,
  take: async ({ cadre }, { enterpriseId, roster }) =>
    oneByOne(invented(PEOPLE).slice(roster.items.length), (person) => cadre.post(at(enterpriseId, 'youth'), person)),
};

const verifyMembers: Step = {
  name: 'verifyMembers',
  needed: ({ roster, formation }) => claimed(roster).length > 0 || formation.counts.unverified > 0,
  take: async ({ cadre }, { roster }) =>
    oneByOne(claimed(roster), ({ personId }) =>
      cadre.post(`/api/youth/${personId}/verification`, { method: 'membershipFile', result: 'member' }),
    ),
};

const attendActivity: Step = {
  name: 'activity',
  needed: lacks('activityCovered'),
  take: async ({ cadre }, { enterpriseId, roster }) => {
    const published = await cadre.post('/api/activities', {
      theme: 'canalWalk',
      title: '游古运河',
      // Starting soon and still open: today's people can sign up and be checked in at once.
      startsAt: inSeconds(60),
      place: '古运河清名桥',
      capacity: 40,
      minimum: 1,
      closesAt: inSeconds(50),
      fee: 'free',
    });
    const activity = await cadre.get<ActivityView>(`/api/activities/${published.id}`);
    const people = roster.items.map(({ personId }) => ({ enterpriseId, personId }));
    const path = `/api/activities/${activity.activityId}`;
    const signedUp = await oneByOne(people, (person) => cadre.post(`${path}/sign-ups`, person));
    const came = await oneByOne(people, (person) => cadre.post(`${path}/check-ins`, { ...person, method: 'roster' }));
    return [published, ...signedUp, ...came];
  },
};

const nameLiaison: Step = {
  name: 'nameLiaison',
  needed: lacks('liaisonNamed'),
  take: ({ cadre }, standing) =>
    only(cadre, at(standing.enterpriseId, 'formation/liaison'), { personId: personOf(standing, 0), agreed: true }),
};

const confirmRoster: Step = {
  name: 'confirmRoster',
  needed: lacks('rosterVerified'),
  take: ({ cadre }, { enterpriseId }) => only(cadre, at(enterpriseId, 'roster/confirmation'), {}),
};

const chooseRoute: Step = {
  name: 'chooseRoute',
  needed: ({ formation }) => formation.route === null,
  take: ({ cadre }, { enterpriseId }) => only(cadre, at(enterpriseId, 'formation/route'), { route: 'solo' }),
};

const apply: Step = {
  name: 'apply',
  needed: ({ formation }) => formation.applicationId === null,
  take: ({ cadre }, standing) =>
    only(cadre, at(standing.enterpriseId, 'formation/application'), {
      reason: '团员人数已达三人，青年愿意参加团的活动',
      candidates: [{ post: 'secretary', personId: personOf(standing, 0) }],
      sealed: true,
    }),
};

const approve: Step = {
  name: 'approve',
  needed: ({ formation }) => formation.branchId === null,
  take: ({ secretary }, { formation, enterpriseId }) =>
    only(secretary, `/api/applications/${formation.applicationId ?? enterpriseId}/approval`, {
      replyNo: `江团〔${day().slice(0, 4)}〕${String(Date.now() % 100_000)}号`,
      fullName: formation.suggestedName ?? '',
    }),
};

const elect: Step = {
  name: 'elect',
  needed: ({ formation }) => !formation.filled.includes('elected'),
  take: ({ cadre }, standing) => {
    const due = standing.formation.counts.members;
    return only(cadre, `/api/branches/${standing.formation.branchId ?? ''}/election`, {
      due,
      present: due,
      ballots: { sent: due, returned: due, valid: due },
      elected: [{ post: 'secretary', personId: personOf(standing, 0), votes: due }],
    });
  },
};

const confirmCommittee: Step = {
  name: 'confirmCommittee',
  needed: ({ formation }) => formation.stage !== 'formed',
  take: ({ secretary }, { formation }) =>
    only(secretary, `/api/branches/${formation.branchId ?? ''}/committee`, {
      replyNo: `江团〔${day().slice(0, 4)}〕${String(Date.now() % 100_000)}号`,
      termFrom: day(),
      transfersStarted: true,
      nationalSystemId: String(Date.now()),
    }),
};

/** The main job in its order. */
export const STEPS: readonly Step[] = [
  ...[visit, registerPeople, verifyMembers, attendActivity, nameLiaison, confirmRoster],
  ...[chooseRoute, apply, approve, elect, confirmCommittee],
];

const claimed = ({ items }: Standing['roster']) => items.filter(({ status }) => status === 'memberClaimed');
const heard = ({ le35 }: Standing['formation']['counts']) => le35;

async function only(office: OfficeClient, path: string, body: object): Promise<readonly Written[]> {
  return [await office.post(path, body)];
}

async function oneByOne<Item>(items: readonly Item[], write: (item: Item) => Promise<Written>): Promise<Written[]> {
  const written: Written[] = [];
  for (const item of items) written.push(await write(item));
  return written;
}
