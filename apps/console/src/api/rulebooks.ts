import type { Rulebook } from '@kaoji/domain/rulebook';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';

/** All adopted rulebooks. */
export const rulebooksQuery = queryOptions({
  queryKey: ['rulebooks'],
  queryFn: () => answerOf(api.GET('/api/rulebooks')),
});
export type RulebookItem = Awaited<ReturnType<NonNullable<typeof rulebooksQuery.queryFn>>>['items'][number];

/** One rulebook; what has a hash never changes. */
export const rulebookQuery = (hash: string) =>
  queryOptions({
    queryKey: ['rulebooks', hash],
    queryFn: async () =>
      asRulebook(await answerOf(api.GET('/api/rulebooks/{hash}', { params: { path: { hash } } }))),
    staleTime: Infinity,
  });

/** What lint says of an adopted rulebook today. */
export const rulebookLintQuery = (hash: string) =>
  queryOptions({
    queryKey: ['rulebooks', hash, 'lint'],
    queryFn: () => answerOf(api.GET('/api/rulebooks/{hash}/lint', { params: { path: { hash } } })),
  });
export type RuleFinding = Awaited<
  ReturnType<NonNullable<ReturnType<typeof rulebookLintQuery>['queryFn']>>
>['findings'][number];

/** The file as it was adopted. */
export const rulebookSource = (hash: string) =>
  answerOf(api.GET('/api/rulebooks/{hash}/source', { params: { path: { hash } } }));

/** Looks at a file and adopts nothing. */
export const checkRulebook = async (source: string) => {
  const checked = await answerOf(api.POST('/api/rulebooks/check', { body: { source } }));
  return { ...checked, rulebook: checked.rulebook === null ? null : asRulebook(checked.rulebook) };
};
export type CheckedRulebook = Awaited<ReturnType<typeof checkRulebook>>;

/** Adopts a file for good. Refuses `RULEBOOK_FINDINGS`, `RULEBOOK_EDITED`. */
export const adoptRulebook = (source: string) => answerOf(api.POST('/api/rulebooks', { body: { source } }));

/** Who of a unit would be graded otherwise under other numbers; nothing is kept. */
export const whatIf = (cycleId: string, unitId: string, changes: { path: string; value: string }[]) =>
  answerOf(
    api.POST('/api/cycles/{cycleId}/units/{unitId}/what-if', {
      params: { path: { cycleId, unitId } },
      body: { changes },
    }),
  );
export type WhatIf = Awaited<ReturnType<typeof whatIf>>;
export type WhatIfOutcome = NonNullable<WhatIf['outcome']>;

/** OpenAPI names three keys of it; the service gives the whole, in the format it publishes. */
function asRulebook(document: unknown): Rulebook {
  return document as Rulebook;
}
