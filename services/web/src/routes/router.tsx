import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { invitedFirmOf } from '../features/activities/invited-firm.ts';
import { firmFiltersOf } from '../features/firms/firm-filters.ts';
import { loadMe } from '../features/session/session-api.ts';
import { nextOf, wayBackTo } from '../features/session/way-back.ts';
import { problemOf } from '../requests/problem.ts';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { PageFailure } from './page-failure.tsx';

/** The router hands on whatever stands in an address, also what a route leaves out: here that becomes nothing. */
function only<Search extends object>(read: (search: Record<string, unknown>) => Search) {
  return (search: Record<string, unknown>): Search => {
    const nothing = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]));
    return { ...nothing, ...read(search) };
  };
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: only((search): { next?: string } => {
    const next = nextOf(search['next']);
    return next === undefined ? {} : { next };
  }),
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    try {
      await loadMe(context.client);
    } catch (error) {
      if (problemOf(error)?.status !== 401) throw error;
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
      throw redirect({
        to: '/sign-in',
        search: wayBackTo(location) ?? {},
        replace: true,
      });
    }
  },
  component: Frame,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { actions } = await loadMe(context.client);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    throw redirect({
      to: actions.includes('formation.decide') || !actions.includes('followUp.read') ? '/progress' : '/today',
      replace: true,
    });
  },
});

const today = createRoute({
  getParentRoute: () => signedIn,
  path: '/today',
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});

const firms = createRoute({
  getParentRoute: () => signedIn,
  path: '/enterprises',
  validateSearch: firmFiltersOf,
  component: lazyRouteComponent(() => import('../features/firms/firms-page.tsx'), 'FirmsPage'),
});

const firm = createRoute({
  getParentRoute: () => signedIn,
  path: '/enterprises/$enterpriseId',
  component: lazyRouteComponent(() => import('../features/firm/firm-page.tsx'), 'FirmPage'),
});

const activities = createRoute({
  getParentRoute: () => signedIn,
  path: '/activities',
  validateSearch: only(invitedFirmOf),
  component: lazyRouteComponent(() => import('../features/activities/activities-page.tsx'), 'ActivitiesPage'),
});

const activity = createRoute({
  getParentRoute: () => signedIn,
  path: '/activities/$activityId',
  validateSearch: only(invitedFirmOf),
  component: lazyRouteComponent(() => import('../features/activities/activity-page.tsx'), 'ActivityPage'),
});

const progress = createRoute({
  getParentRoute: () => signedIn,
  path: '/progress',
  component: lazyRouteComponent(() => import('../features/progress/progress-page.tsx'), 'ProgressPage'),
});

const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports',
  validateSearch: only((search): { id?: string } => (typeof search['id'] === 'string' ? { id: search['id'] } : {})),
  component: lazyRouteComponent(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
});

const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../features/accounts/accounts-page.tsx'), 'AccountsPage'),
});

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      signedIn.addChildren([home, today, firms, firm, activities, activity, progress, imports, accounts]),
    ]),
    context: { client },
    defaultPreload: 'intent',
    // On every route, so that a page that fails leaves the frame around it.
    defaultErrorComponent: PageFailure,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
