import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const appraisalRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'appraisals',
    component: lazyRouteComponent(() => import('./my-appraisals-page.js'), 'MyAppraisalsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'appraisals/$appraisalId',
    component: lazyRouteComponent(() => import('./result-page.js'), 'ResultPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'appraisals/$appraisalId/year',
    component: lazyRouteComponent(() => import('./year-page.js'), 'YearPage'),
  }),
] as const;
