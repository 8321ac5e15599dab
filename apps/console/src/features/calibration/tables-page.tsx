import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { meQuery, type Account } from '../../api/accounts.js';
import { cycleQuery, cyclesQuery, type CycleItem, type CycleUnit } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { tablesTexts } from './tables-texts.js';

const BEFORE: readonly CycleUnit['state'][] = ['planned', 'collecting', 'composed'];

/** The lists I may look at, by year; the units of my grants. */
export function TablesPage(): ReactNode {
  const say = useTexts(tablesTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const cycles = useInfiniteQuery(cyclesQuery);
  return (
    <Page title={say('title')}>
      <Loaded query={cycles}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).toSorted((one, other) => other.year - one.year);
          return items.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <>
              {items.map((cycle) => (
                <CycleTables key={cycle.id} cycle={cycle} me={me} />
              ))}
            </>
          );
        }}
      </Loaded>
      {cycles.hasNextPage && (
        <div>
          <Button onClick={() => void cycles.fetchNextPage()} loading={cycles.isFetchingNextPage}>
            {say('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function CycleTables({ cycle, me }: { readonly cycle: CycleItem; readonly me: Account }): ReactNode {
  const say = useTexts(tablesTexts);
  const query = useQuery(cycleQuery(cycle.id));
  const isMine = ({ unitId }: CycleUnit): boolean =>
    me.grants.some(
      (grant) => grant.areaId === cycle.areaId && (grant.unitId === null || grant.unitId === unitId),
    );
  return (
    <section className="sheet stack" aria-labelledby={`tables-${cycle.id}`}>
      <div className="row">
        <h2 id={`tables-${cycle.id}`}>{say('cycle', { year: cycle.year })}</h2>
        {cycle.run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
      </div>
      <Loaded query={query}>
        {({ units }) => (
          <ul className="plain">
            {units.filter(isMine).map(({ unitId, name, state, round }) => (
              <li key={unitId}>
                <div className="task-row row">
                  {BEFORE.includes(state) ? (
                    <>
                      <span>{name}</span>
                      <span className="quiet">{say('notYet')}</span>
                    </>
                  ) : (
                    <>
                      <Link to="/calibration/$cycleId/$unitId" params={{ cycleId: cycle.id, unitId }}>
                        {name}
                      </Link>
                      <span className="mark">{say('round', { round })}</span>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
