import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const contestRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'contests',
    component: lazyRouteComponent(() => import('./contests-page.js'), 'ContestsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'contests/$contestId',
    component: lazyRouteComponent(() => import('./contest-page.js'), 'ContestPage'),
  }),
] as const;
