import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const calibrationRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'calibration',
    component: lazyRouteComponent(() => import('./tables-page.js'), 'TablesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'calibration/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./calibration-page.js'), 'CalibrationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'deputies',
    component: lazyRouteComponent(() => import('./deputies-page.js'), 'DeputiesPage'),
  }),
] as const;
