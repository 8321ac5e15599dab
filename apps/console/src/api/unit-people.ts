import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, asked } from './client.js';
import type { UnitPerson } from './cycles.js';

export type UnitAddress = { readonly cycleId: string; readonly unitId: string };
const PAGE = 200;

/** Everybody of a unit at once: who stands behind the ids of deliveries, objections and decisions. */
export const everybodyQuery = ({ cycleId, unitId }: UnitAddress) =>
  queryOptions({
    queryKey: ['cycles', cycleId, 'everybody', unitId],
    queryFn: async () => {
      const people: UnitPerson[] = [];
      let after: string | undefined;
      do {
        const query = asked({ unitId, limit: PAGE, after });
        const page = await answerOf(
          api.GET('/api/cycles/{cycleId}/appraisals', { params: { path: { cycleId }, query } }),
        );
        people.push(...page.items);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return people;
    },
  });
