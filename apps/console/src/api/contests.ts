import { queryOptions } from '@tanstack/react-query';
import type { Rulebook } from '@kaoji/domain';
import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

/** A contest and what happened to it. Refuses `TOOK_PART_BEFORE`, `FORBIDDEN`. */
export const contestQuery = (contestId: string) =>
  queryOptions({
    queryKey: ['contest', contestId],
    queryFn: () => answerOf(api.GET('/api/contests/{contestId}', { params: { path: { contestId } } })),
  });
export type Contest = Awaited<ReturnType<NonNullable<ReturnType<typeof contestQuery>['queryFn']>>>;

/** The results a contest made, before and after. */
export const contestDifferenceQuery = (contestId: string) =>
  queryOptions({
    queryKey: ['contest', contestId, 'difference'],
    queryFn: () =>
      answerOf(api.GET('/api/contests/{contestId}/difference', { params: { path: { contestId } } })),
  });
export type Difference = Awaited<
  ReturnType<NonNullable<ReturnType<typeof contestDifferenceQuery>['queryFn']>>
>['items'][number];

/** Everything a contested result rests on, for whoever hears it. */
export const contestFileQuery = (contestId: string) =>
  queryOptions({
    queryKey: ['contest', contestId, 'file'],
    queryFn: () => answerOf(api.GET('/api/contests/{contestId}/file', { params: { path: { contestId } } })),
  });
export type ContestFile = Awaited<ReturnType<NonNullable<ReturnType<typeof contestFileQuery>['queryFn']>>>;

/** The rules a cycle was opened under. */
export const rulesOfCycleQuery = (cycleId: string) =>
  queryOptions({
    queryKey: ['rules-of-cycle', cycleId],
    staleTime: Infinity,
    queryFn: async () => {
      const cycle = await answerOf(api.GET('/api/cycles/{cycleId}', { params: { path: { cycleId } } }));
      const { rulebookHash: hash } = cycle;
      const document = await answerOf(api.GET('/api/rulebooks/{hash}', { params: { path: { hash } } }));
      return document as unknown as Rulebook;
    },
  });

type BodyOf<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;
export type Outcome = BodyOf<'ContestController_decide'>;
export type Again = BodyOf<'ContestController_again'>;
export type Correction = NonNullable<Outcome['corrections']>[number];
export type OutcomeDelivery = BodyOf<'ContestController_deliverOutcome'>;

const at = (contestId: string, key: string) => ({
  params: { path: { contestId }, header: { 'idempotency-key': key } },
});

export const holdHearing = (contestId: string, note: string, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/hearings', { ...at(contestId, key), body: { note } }));

/** What corrections would come to; changes nothing. Refuses `CORRECTION_INVALID`, `CORRECTION_UNKNOWN`. */
export const tryCorrections = (contestId: string, corrections: Correction[]) =>
  answerOf(
    api.POST('/api/contests/{contestId}/trial', { params: { path: { contestId } }, body: { corrections } }),
  );
export type Trial = Awaited<ReturnType<typeof tryCorrections>>;

/** Refuses `NOTHING_CHANGES`, `CORRECTIONS_UNUSED`, `CORRECTIONS_MISSING`, `ALREADY_DECIDED`. */
export const decideContest = (contestId: string, body: Outcome, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/outcome', { ...at(contestId, key), body }));
export type Decided = Awaited<ReturnType<typeof decideContest>>;

export const decideAgain = (contestId: string, body: Again, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/decision-again', { ...at(contestId, key), body }));

export const receiveOutcome = (contestId: string, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/receipt', at(contestId, key)));

/** Refuses `REFERENCE_MISSING`, `WITNESSES_INVALID`, `ALREADY_DELIVERED`. */
export const deliverOutcome = (contestId: string, body: OutcomeDelivery, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/delivery', { ...at(contestId, key), body }));

/** Refuses `CONTEST_WINDOW_CLOSED`. */
export const appealOutcome = (contestId: string, grounds: string, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/appeal', { ...at(contestId, key), body: { grounds } }));

/** Refuses `ALREADY_DECIDED`. */
export const withdrawContest = (contestId: string, key: string) =>
  answerOf(api.POST('/api/contests/{contestId}/withdrawal', at(contestId, key)));
