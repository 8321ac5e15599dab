import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { meQuery, sessionsQuery } from '../../api/accounts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { Grants } from './grants.js';
import { SessionRow } from './session-row.js';
import { accountTexts } from './texts.js';

/** Who I am here, what I may do where, and where I am signed in. Language and appearance are above every screen. */
export function AccountPage(): ReactNode {
  const say = useTexts(accountTexts);
  const { data: account } = useSuspenseQuery(meQuery);
  const sessions = useQuery(sessionsQuery);
  return (
    <Page title={say('title')}>
      <section className="sheet stack" aria-labelledby="account-who">
        <h2 id="account-who">{say('who')}</h2>
        <p>
          {say('username')} <strong className="wrap-anywhere">{account.username}</strong>
        </p>
        <Grants grants={account.grants} />
        <p className="quiet">{say('password')}</p>
      </section>
      <section className="sheet stack" aria-labelledby="account-sessions">
        <h2 id="account-sessions">{say('sessions')}</h2>
        <p className="quiet">{say('sessionsWhat')}</p>
        <Loaded query={sessions}>
          {({ items }) => (
            <>
              <ul className="plain">
                {items.map((session) => (
                  <li key={session.id}>
                    <SessionRow session={session} />
                  </li>
                ))}
              </ul>
              {items.length === 1 && <p className="quiet">{say('onlyThis')}</p>}
            </>
          )}
        </Loaded>
      </section>
    </Page>
  );
}
