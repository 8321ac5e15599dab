import { accountRoutes } from '../features/account/routes.js';
import { appraisalRoutes } from '../features/appraisals/routes.js';
import { auditRoutes } from '../features/audit/routes.js';
import { calibrationRoutes } from '../features/calibration/routes.js';
import { contestRoutes } from '../features/contests/routes.js';
import { cycleRoutes } from '../features/cycles/routes.js';
import { decisionRoutes } from '../features/decisions/routes.js';
import { homeRoutes } from '../features/home/routes.js';
import { inboxRoutes } from '../features/inbox/routes.js';
import { publicRoute, publicRoutes } from '../features/notices/routes.js';
import { markingRoutes } from '../features/marking/routes.js';
import { objectionRoutes } from '../features/objections/routes.js';
import { operatorRoutes } from '../features/operator/routes.js';
import { panelRoutes } from '../features/panels/routes.js';
import { rulebookRoutes } from '../features/rulebooks/routes.js';
import { planningRoutes } from '../features/planning/routes.js';
import { providerRoute, signInRoute } from '../features/sign-in/routes.js';
import { surveyRoutes } from '../features/surveys/routes.js';
import { rootRoute } from './root-route.js';
import { signedInRoute } from './signed-in-route.js';

/** All screens. A feature adds its routes in one line. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  providerRoute,
  publicRoute.addChildren([...publicRoutes]),
  signedInRoute.addChildren([
    ...homeRoutes,
    ...inboxRoutes,
    ...accountRoutes,
    ...appraisalRoutes,
    ...auditRoutes,
    ...calibrationRoutes,
    ...contestRoutes,
    ...cycleRoutes,
    ...decisionRoutes,
    ...objectionRoutes,
    ...markingRoutes,
    ...operatorRoutes,
    ...panelRoutes,
    ...planningRoutes,
    ...rulebookRoutes,
    ...surveyRoutes,
  ]),
]);
