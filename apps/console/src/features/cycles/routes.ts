import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

/** What the board shows stands in its address. */
export type BoardSearch = { readonly late?: true };

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
] as const;
