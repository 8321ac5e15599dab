import { appraisalRoutes } from '../features/appraisals/routes.js';
import { auditRoutes } from '../features/audit/routes.js';
import { calibrationRoutes } from '../features/calibration/routes.js';
import { cycleRoutes } from '../features/cycles/routes.js';
import { homeRoutes } from '../features/home/routes.js';
import { inboxRoutes } from '../features/inbox/routes.js';
import { operatorRoutes } from '../features/operator/routes.js';
import { signInRoute } from '../features/sign-in/routes.js';
import { rootRoute } from './root-route.js';
import { signedInRoute } from './signed-in-route.js';

/** All screens. A feature adds its routes in one line. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    ...homeRoutes,
    ...inboxRoutes,
    ...appraisalRoutes,
    ...auditRoutes,
    ...calibrationRoutes,
    ...cycleRoutes,
    ...operatorRoutes,
  ]),
]);
