import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const homeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./home-page.js'), 'HomePage'),
  }),
] as const;
