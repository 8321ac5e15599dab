import { answerOf, api } from './client.js';
import type { operations } from './schema.gen.js';

export type NewDeputy = NonNullable<
  operations['ActController_giveDeputy']['requestBody']
>['content']['application/json'];

/** Gives myself a standing deputy. Refuses `DEPUTY_SPAN_INVALID`, `ACCOUNT_UNKNOWN`. */
export const giveDeputy = (body: NewDeputy, key: string) =>
  answerOf(api.POST('/api/deputies', { params: { header: { 'idempotency-key': key } }, body }));

/** Takes a deputy back; again is no fault. */
export const endDeputy = (deputyId: string) =>
  answerOf(api.POST('/api/deputies/{deputyId}/end', { params: { path: { deputyId } } }));
