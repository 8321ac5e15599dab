import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { publicLogsQuery } from '../../api/public.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { logTexts } from './log-texts.js';

/** The latest signed root of every cycle, and what it is good for. */
export function LogsPage(): ReactNode {
  const say = useTexts(logTexts);
  const { minute } = useInstants();
  const query = useInfiniteQuery(publicLogsQuery);
  const logs = (query.data?.pages.flatMap((page) => page.items) ?? []).toSorted(
    (one, other) => other.year - one.year,
  );
  return (
    <Page title={say('title')}>
      <p>{say('what')}</p>
      <Loaded query={query}>
        {() =>
          logs.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <ul className="plain stack">
              {logs.map(({ cycleId, area, year, rehearsal, size, root, at }) => (
                <li key={cycleId} className="sheet">
                  <div className="row">
                    <Link to="/log/$cycleId" params={{ cycleId }}>
                      <strong>{say('cycle', { area, year })}</strong>
                    </Link>
                    {rehearsal && <span className="mark warn">{say('rehearsal')}</span>}
                  </div>
                  <p className="quiet">{say('signed', { size, at: minute(at) })}</p>
                  <code>{root}</code>
                </li>
              ))}
            </ul>
          )
        }
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
