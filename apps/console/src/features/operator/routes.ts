import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const operatorRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'operation',
    component: lazyRouteComponent(() => import('./operator-page.js'), 'OperatorPage'),
  }),
] as const;
