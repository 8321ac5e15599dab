import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { TaskKind } from '../../api/inbox.js';
import { TASK_KINDS } from '../../parts/task-kind-texts.js';
import { signedInRoute } from '../../router/signed-in-route.js';

/** What the board shows stands in its address. */
export type BoardSearch = { readonly late?: true };

/** Of whom: of one unit, of one kind, or only those who are late. */
export type WaitingSearch = { readonly unitId?: string; readonly kind?: TaskKind; readonly late?: true };

export const cycleRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles',
    component: lazyRouteComponent(() => import('./cycles-page.js'), 'CyclesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/$cycleId',
    validateSearch: ({ late }: Record<string, unknown>): BoardSearch => (late === true ? { late } : {}),
    component: lazyRouteComponent(() => import('./board-page.js'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/$cycleId/units/$unitId',
    component: lazyRouteComponent(() => import('./unit-page.js'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/$cycleId/waiting',
    validateSearch: ({ unitId, kind, late }: Record<string, unknown>): WaitingSearch => {
      const known = TASK_KINDS.find((one) => one === kind);
      return {
        ...(typeof unitId === 'string' ? { unitId } : {}),
        ...(known === undefined ? {} : { kind: known }),
        ...(late === true ? { late } : {}),
      };
    },
    component: lazyRouteComponent(() => import('./waiting-page.js'), 'WaitingPage'),
  }),
] as const;
