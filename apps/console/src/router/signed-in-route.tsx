import { createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/accounts.js';
import { codeOf } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import { Shell } from '../app/shell.js';
import { Broken, rootRoute } from './root-route.js';

/** Every screen of staff lies beneath it: whoever is not signed in signs in first and comes back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(meQuery);
    } catch (fault) {
      if (codeOf(fault) !== 'NOT_SIGNED_IN') throw fault;
      throw redirect({ to: '/sign-in', search: { to: location.href } });
    }
  },
  component: Shell,
  errorComponent: Broken,
});
