import { createRouter } from '@tanstack/react-router';
import { routeTree } from './route-tree.js';

export const router = createRouter({
  routeTree,
  // A screen's code is fetched when somebody points at the way to it.
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
