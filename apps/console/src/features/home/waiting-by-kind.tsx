import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Account } from '../../api/accounts.js';
import { inboxCountsQuery } from '../../api/inbox.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { taskKindTexts } from '../../parts/task-kind-texts.js';
import { homeTexts } from './texts.js';

/** How much waits, by kind; where nothing does, what will come to somebody with these roles. */
export function WaitingByKind({ account }: { readonly account: Account }): ReactNode {
  const say = useTexts(homeTexts);
  const sayKind = useTexts(taskKindTexts);
  const query = useQuery(inboxCountsQuery);
  const roles = [...new Set(account.grants.map(({ role }) => role))];
  return (
    <Loaded query={query}>
      {({ open, kinds }) =>
        open === 0 ? (
          <div className="stack">
            <p>{say('nothingWaits')}</p>
            {roles.map((role) => (
              <p key={role} className="quiet">
                {say(`soon.${role}`)}
              </p>
            ))}
          </div>
        ) : (
          <>
            <p className="home-open">{say('openCount', { count: open })}</p>
            <ul className="plain home-kinds">
              {kinds.map(({ kind, open: count, overdue }) => (
                <li key={kind}>
                  <Link to="/inbox" search={{ kind }}>
                    {sayKind(kind)}
                  </Link>
                  <span className="row">
                    {overdue > 0 && (
                      <span className="mark late">{say('kindOverdue', { count: overdue })}</span>
                    )}
                    <span className="number">{say('kindCount', { count })}</span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
