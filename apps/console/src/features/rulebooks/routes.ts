import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';
import type { View } from './views.js';

export type RulebookSearch = { readonly view?: Exclude<View, 'document'> };
export type WhatIfSearch = { readonly unit?: string };

export const rulebookRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'rulebooks',
    component: lazyRouteComponent(() => import('./rulebooks-page.js'), 'RulebooksPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'rulebooks/new',
    component: lazyRouteComponent(() => import('./adopt-page.js'), 'AdoptPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'rulebooks/$hash',
    validateSearch: ({ view }: Record<string, unknown>): RulebookSearch =>
      view === 'table' || view === 'graph' ? { view } : {},
    component: lazyRouteComponent(() => import('./rulebook-page.js'), 'RulebookPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'what-if/$cycleId',
    validateSearch: ({ unit }: Record<string, unknown>): WhatIfSearch =>
      typeof unit === 'string' ? { unit } : {},
    component: lazyRouteComponent(() => import('./what-if-page.js'), 'WhatIfPage'),
  }),
] as const;
