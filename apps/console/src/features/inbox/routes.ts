import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { TASK_KINDS } from '../../parts/task-kind-texts.js';
import type { TaskKind } from '../../api/inbox.js';
import { signedInRoute } from '../../router/signed-in-route.js';

export type InboxSearch = {
  readonly kind?: TaskKind;
  readonly overdue?: true;
};

export const inboxRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'inbox',
    validateSearch: ({ kind, overdue }: Record<string, unknown>): InboxSearch => {
      const known = TASK_KINDS.find((one) => one === kind);
      return {
        ...(known === undefined ? {} : { kind: known }),
        ...(overdue === true ? { overdue } : {}),
      };
    },
    component: lazyRouteComponent(() => import('./inbox-page.js'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'lists/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./list-page.js'), 'ListPage'),
  }),
] as const;
