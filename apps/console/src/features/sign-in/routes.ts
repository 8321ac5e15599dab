import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../router/root-route.js';

type SignInSearch = { readonly to?: string };

/** The answer of the provider stays as it came: the page reads it from the address itself. */
export const providerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in/provider',
  component: lazyRouteComponent(() => import('./provider-page.js'), 'ProviderPage'),
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'sign-in',
  validateSearch: ({ to }: Record<string, unknown>): SignInSearch =>
    // Only ways within the console: an address from outside must not lead out after the sign-in.
    typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {},
  component: lazyRouteComponent(() => import('./sign-in-page.js'), 'SignInPage'),
});
