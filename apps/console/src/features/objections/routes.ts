import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const objectionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'objections/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./objections-page.js'), 'ObjectionsPage'),
  }),
] as const;
