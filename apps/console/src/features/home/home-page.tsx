import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { firstOfInboxQuery, type InboxFilter } from '../../api/inbox.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { TaskRow } from '../../parts/task-row.js';
import './home.css';
import { CyclesUnderWay } from './cycles-under-way.js';
import { MyYear } from './my-year.js';
import { homeTexts } from './texts.js';
import { WaitingByKind } from './waiting-by-kind.js';

const SHOWN = 5;

/** What waits for me, what is late, what comes next; one click to each. */
export function HomePage(): ReactNode {
  const say = useTexts(homeTexts);
  const { data: account } = useSuspenseQuery(meQuery);
  return (
    <Page title={say('greeting', { name: account.username })}>
      <div className="home">
        <section className="sheet stack" aria-labelledby="home-waits">
          <h2 id="home-waits">{say('waits')}</h2>
          <WaitingByKind account={account} />
        </section>
        <section className="sheet stack" aria-labelledby="home-late">
          <h2 id="home-late">{say('late')}</h2>
          <Tasks filter={{ overdue: true }} nothing={say('nothingLate')} />
        </section>
        <section className="sheet stack" aria-labelledby="home-next">
          <h2 id="home-next">{say('next')}</h2>
          <Tasks filter={{}} nothing={say('nothingNext')} />
          <Link to="/inbox">{say('toInbox')}</Link>
        </section>
        {hasRole(account, 'hr_officer', 'supervisor', 'superior', 'auditor') && (
          <section className="sheet stack" aria-labelledby="home-cycles">
            <h2 id="home-cycles">{say('cycles')}</h2>
            <CyclesUnderWay />
          </section>
        )}
        {hasRole(account, 'appraisee') && (
          <section className="sheet stack" aria-labelledby="home-mine">
            <h2 id="home-mine">{say('mine')}</h2>
            <MyYear />
          </section>
        )}
      </div>
    </Page>
  );
}

function Tasks({ filter, nothing }: { readonly filter: InboxFilter; readonly nothing: string }): ReactNode {
  const query = useQuery(firstOfInboxQuery(filter, SHOWN));
  return (
    <Loaded query={query}>
      {({ items }) => {
        // What is late has a list of its own.
        const shown = filter.overdue === true ? items : items.filter(({ overdue }) => !overdue);
        if (shown.length === 0) return <p className="quiet">{nothing}</p>;
        return (
          <ul className="plain">
            {shown.map((item) => (
              <li key={item.id}>
                <TaskRow item={item} />
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
