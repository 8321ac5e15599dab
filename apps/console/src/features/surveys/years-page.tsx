import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { cyclesQuery } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { surveysTexts } from './texts.js';

/** The years whose surveys I have to do with, the newest first. */
export function YearsPage(): ReactNode {
  const say = useTexts(surveysTexts);
  const query = useInfiniteQuery(cyclesQuery);
  return (
    <Page title={say('title')}>
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items).toSorted((one, other) => other.year - one.year);
          if (items.length === 0) return <p className="sheet">{say('noCycles')}</p>;
          return (
            <ul className="plain sheet">
              {items.map(({ id, year, run }) => (
                <li key={id}>
                  <div className="task-row">
                    <div className="row">
                      <Link to="/surveys/$cycleId" params={{ cycleId: id }}>
                        <strong>{say('year', { year })}</strong>
                      </Link>
                      {run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
                    </div>
                    <div className="row">
                      <Link to="/surveys/$cycleId/ballot-boxes" params={{ cycleId: id }}>
                        {say('boxes')}
                        <span className="unseen"> {year}</span>
                      </Link>
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
