import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const surveyRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys',
    component: lazyRouteComponent(() => import('./years-page.js'), 'YearsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys/$cycleId',
    component: lazyRouteComponent(() => import('./campaigns-page.js'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys/$cycleId/questionnaire',
    component: lazyRouteComponent(() => import('./questionnaire-page.js'), 'QuestionnairePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys/$cycleId/ballot-boxes',
    component: lazyRouteComponent(() => import('./boxes-page.js'), 'BoxesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys/$cycleId/$campaignId',
    component: lazyRouteComponent(() => import('./campaign-page.js'), 'CampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'surveys/$cycleId/$campaignId/count',
    component: lazyRouteComponent(() => import('./count-page.js'), 'CountPage'),
  }),
] as const;
