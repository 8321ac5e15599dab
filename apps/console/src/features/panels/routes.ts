import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export const panelRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'panels',
    component: lazyRouteComponent(() => import('./panel-units-page.js'), 'PanelUnitsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'panels/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./unit-panels-page.js'), 'UnitPanelsPage'),
  }),
] as const;
