import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { auditedAppraisalsQuery, auditedCycleQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { auditTexts } from './audit-texts.js';
import { FindFilters } from './find-filters.js';
import { FoundPeople } from './found-people.js';
import { matching } from './matching.js';

const route = getRouteApi('/signed-in/audit');

/** Every appraisal of a cycle that is asked for by unit, grade or reference; all pages are read, the first ones shown at once. */
export function CyclePeople({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(auditTexts);
  const search = route.useSearch();
  const query = useInfiniteQuery(auditedAppraisalsQuery(cycleId));
  const { data: cycle } = useQuery(auditedCycleQuery(cycleId));
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const units = cycle?.units ?? [];
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        const found = matching(all, search);
        return (
          <>
            <FindFilters units={units} all={all} />
            <p className="quiet" role="status">
              {say(hasNextPage ? 'reading' : 'found', { count: found.length, all: all.length })}
            </p>
            {all.length === 0 ? (
              <p className="sheet">{say('noAppraisals')}</p>
            ) : found.length === 0 ? (
              <p className="sheet">{say('nothingFound')}</p>
            ) : (
              <FoundPeople found={found} units={units} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
