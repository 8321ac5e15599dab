import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { cyclesQuery } from '../../api/cycles.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { useAbility } from '../../session/ability.js';
import { cyclesTexts } from './cycles-texts.js';
import { cycleStateTexts } from './texts.js';

/** The cycles of my areas, the newest year first; each leads to its board. */
export function CyclesPage(): ReactNode {
  const say = useTexts(cyclesTexts);
  const sayState = useTexts(cycleStateTexts);
  const { day } = useInstants();
  const query = useInfiniteQuery(cyclesQuery);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const mayPlan = useAbility().can('cycle.plan', 'place');
  return (
    <Page title={say('listTitle')} actions={mayPlan && <Link to="/cycles/new">{say('plan')}</Link>}>
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <div className="sheet table-frame" tabIndex={0} role="group" aria-label={say('listTitle')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{say('col.cycle')}</th>
                    <th scope="col">{say('col.state')}</th>
                    <th scope="col">{say('col.opened')}</th>
                    <th scope="col">{say('col.closed')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items
                    .toSorted((one, other) => other.year - one.year)
                    .map(({ id, year, run, state, openedAt, closedAt }) => (
                      <tr key={id}>
                        <th scope="row">
                          <Link to="/cycles/$cycleId" params={{ cycleId: id }}>
                            {say('year', { year })}
                          </Link>
                          {run !== 'live' && <div className="mark warn">{say('rehearsal')}</div>}
                        </th>
                        <td>
                          {sayState(state)}
                          {mayPlan && state !== 'open' && state !== 'closed' && (
                            <div>
                              <Link to="/cycles/$cycleId/plan" params={{ cycleId: id }}>
                                {say('goOnPlanning')}
                              </Link>
                            </div>
                          )}
                        </td>
                        <td>{openedAt === null ? say('notYet') : day(openedAt)}</td>
                        <td>{closedAt === null ? say('notYet') : day(closedAt)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
              {query.hasNextPage && (
                <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {say('more')}
                </Button>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
