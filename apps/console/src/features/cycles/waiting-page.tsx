import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { waitingQuery } from '../../api/cycle-board.js';
import { cycleQuery } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './cycles.css';
import { MoreRows } from './more-rows.js';
import { Reminding } from './reminding.js';
import { unitTexts } from './unit-texts.js';
import { WaitingFilters } from './waiting-filters.js';
import { WaitingTable } from './waiting-table.js';
import { waitingTexts } from './waiting-texts.js';

const route = getRouteApi('/signed-in/cycles/$cycleId/waiting');

/** Whom a cycle waits for and for what; and reminding them. */
export function WaitingPage(): ReactNode {
  const say = useTexts(waitingTexts);
  const sayUnit = useTexts(unitTexts);
  const { cycleId } = route.useParams();
  const filter = route.useSearch();
  const cycle = useQuery(cycleQuery(cycleId)).data;
  const query = useInfiniteQuery(waitingQuery(cycleId, filter));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const totals = query.data?.pages[0]?.totals ?? null;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={cycle === undefined ? say('titleOnly') : say('title', { year: cycle.year })}>
      <p>
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {sayUnit('back')}
        </Link>
      </p>
      <section className="sheet stack" aria-label={say('filters')}>
        <WaitingFilters units={cycle?.units ?? []} />
        {totals !== null && (
          <div role="status">
            <dl className="numbers">
              {(['people', 'tasks', 'overdue'] as const).map((what) => (
                <div key={what}>
                  <dt>{say(what)}</dt>
                  <dd>{totals[what]}</dd>
                </div>
              ))}
            </dl>
          </div>
        )}
        {cycle !== undefined && cycle.state !== 'open' && <p className="quiet">{say('notOpen')}</p>}
        {cycle?.state === 'open' && totals !== null && (
          <Reminding key={JSON.stringify(filter)} cycleId={cycleId} filter={filter} totals={totals} />
        )}
      </section>
      <section className="sheet stack" aria-labelledby="waiting-list">
        <h2 id="waiting-list">{say('list')}</h2>
        <p className="quiet">{say('hint')}</p>
        <Loaded query={query}>
          {() =>
            items.length === 0 ? (
              <p>
                {say(isFiltered ? 'nobodySo' : 'nobody')}{' '}
                {isFiltered && (
                  <Link to="/cycles/$cycleId/waiting" params={{ cycleId }}>
                    {say('showAll')}
                  </Link>
                )}
              </p>
            ) : (
              <>
                <WaitingTable items={items} />
                <MoreRows
                  shown={items.length}
                  hasMore={query.hasNextPage}
                  loading={query.isFetchingNextPage}
                  onMore={() => void query.fetchNextPage()}
                />
              </>
            )
          }
        </Loaded>
      </section>
    </Page>
  );
}
