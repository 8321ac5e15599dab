import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../router/root-route.js';

export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: lazyRouteComponent(() => import('./public-frame.js'), 'PublicFrame'),
});

/** Screens for everybody, without a sign-in. */
export const publicRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: 'notices',
    component: lazyRouteComponent(() => import('./notices-page.js'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: 'receipt',
    component: lazyRouteComponent(() => import('./receipt-page.js'), 'ReceiptPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: 'log',
    component: lazyRouteComponent(() => import('./logs-page.js'), 'LogsPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: 'log/$cycleId',
    component: lazyRouteComponent(() => import('./log-page.js'), 'LogPage'),
  }),
] as const;
