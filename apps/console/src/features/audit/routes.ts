import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../router/signed-in-route.js';

export type FindSearch = {
  readonly cycle?: string;
  readonly unit?: string;
  readonly grade?: string;
  readonly q?: string;
};
export type PlayerSearch = {
  readonly step?: number;
  readonly q?: string;
  readonly engine?: true;
  /** The other appraisal of a comparison. */
  readonly with?: string;
};
export type AccessSearch = { readonly subject?: string };

export const auditRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'audit',
    validateSearch: (given: Record<string, unknown>): FindSearch =>
      words(given, 'cycle', 'unit', 'grade', 'q'),
    component: lazyRouteComponent(() => import('./find-page.js'), 'FindPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'audit/appraisals/$appraisalId',
    validateSearch: (given: Record<string, unknown>): PlayerSearch => ({
      ...words(given, 'with', 'q'),
      ...(Number.isInteger(given['step']) ? { step: given['step'] as number } : {}),
      ...(given['engine'] === true ? { engine: true } : {}),
    }),
    component: lazyRouteComponent(() => import('./player-page.js'), 'PlayerPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'audit/cycles/$cycleId',
    component: lazyRouteComponent(() => import('./proof-page.js'), 'ProofPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: 'audit/cycles/$cycleId/access',
    validateSearch: (given: Record<string, unknown>): AccessSearch => words(given, 'subject'),
    component: lazyRouteComponent(() => import('./access-page.js'), 'AccessPage'),
  }),
] as const;

/** Those of these names that are a text; an address may hold anything. */
function words<K extends string>(
  given: Record<string, unknown>,
  ...names: readonly K[]
): { [N in K]?: string } {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' && text !== '' ? [[name, text]] : [];
    }),
  ) as { [N in K]?: string };
}
