import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

/** The day on which a ledger is added up stands in its address. */
export type LedgerSearch = { readonly at?: string };

export const decisionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'decisions',
    component: lazyRouteComponent(() => import('./units-page.js'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'decisions/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./unit-page.js'), 'UnitDecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'decisions/$cycleId/$unitId/$appraisalId',
    component: lazyRouteComponent(() => import('./person-page.js'), 'PersonDecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'deliveries/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./deliveries-page.js'), 'DeliveriesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'people/$personRef/ledger',
    validateSearch: ({ at }: Record<string, unknown>): LedgerSearch =>
      typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? { at } : {},
    component: lazyRouteComponent(() => import('./ledger-page.js'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'payroll',
    component: lazyRouteComponent(() => import('./payroll-page.js'), 'PayrollPage'),
  }),
] as const;
