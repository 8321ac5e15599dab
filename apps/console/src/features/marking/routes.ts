import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';
import { MARKING_VIEWS } from './marking-sheet.js';

/** How the sheet is shown, and whose; absent: person by person, the first who waits. */
export type MarkingSearch = {
  readonly view?: (typeof MARKING_VIEWS)[number];
  readonly person?: string;
};

export const markingRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'marking',
    component: lazyRouteComponent(() => import('./marking-cycles-page.js'), 'MarkingCyclesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'marking/$cycleId',
    validateSearch: ({ view, person }: Record<string, unknown>): MarkingSearch => {
      const known = MARKING_VIEWS.find((one) => one === view && one !== 'person');
      return {
        ...(known === undefined ? {} : { view: known }),
        ...(typeof person === 'string' ? { person } : {}),
      };
    },
    component: lazyRouteComponent(() => import('./marking-page.js'), 'MarkingPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'records/$cycleId/$unitId',
    component: lazyRouteComponent(() => import('./records-page.js'), 'RecordsPage'),
  }),
] as const;
