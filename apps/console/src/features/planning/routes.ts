import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';
import { STEPS, type Step } from './steps.js';

export const planningRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/new',
    validateSearch: ({ step }: Record<string, unknown>): { readonly step?: Step } => {
      const known = STEPS.find((one) => one === step);
      return known === undefined ? {} : { step: known };
    },
    component: lazyRouteComponent(() => import('./new-plan-page.js'), 'NewPlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/$cycleId/plan',
    component: lazyRouteComponent(() => import('./plan-page.js'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'cycles/$cycleId/roster',
    component: lazyRouteComponent(() => import('./roster-page.js'), 'RosterPage'),
  }),
] as const;
