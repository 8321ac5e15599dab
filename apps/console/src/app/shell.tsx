import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { meQuery } from '../api/accounts.js';
import { inboxCountsQuery } from '../api/inbox.js';
import { useTexts } from '../i18n/use-texts.js';
import { SessionEnded } from '../session/session-ended.js';
import { StepUp } from '../session/step-up.js';
import { AccountBar } from './account-bar.js';
import { menuOf } from './menu.js';
import './shell.css';
import { appTexts } from './texts.js';
import { usePreloads } from './use-preloads.js';

/** What is around every screen of somebody who is signed in: the menu, who one is, and the way to the content. */
export function Shell(): ReactNode {
  const say = useTexts(appTexts);
  const { data: account } = useSuspenseQuery(meQuery);
  const { data: counts } = useQuery(inboxCountsQuery);
  const [open, setOpen] = useState(false);
  const entries = menuOf(account);
  usePreloads(entries.map(({ to }) => to));
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="shell-head no-print">
        <button
          type="button"
          className="shell-toggle"
          aria-expanded={open}
          aria-controls="main-menu"
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">☰</span> {say('menu')}
        </button>
        <Link to="/" className="shell-name">
          {say('name')}
        </Link>
        <AccountBar account={account} />
      </header>
      <nav id="main-menu" className="shell-menu no-print" aria-label={say('mainMenu')} data-open={open}>
        <ul className="plain">
          {entries.map(({ to, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/' }}
                activeProps={{ 'aria-current': 'page' }}
                onClick={() => setOpen(false)}
              >
                {say(label)}
                {to === '/inbox' && counts !== undefined && counts.open > 0 && (
                  <span className={counts.overdue > 0 ? 'mark late' : 'mark'}>{counts.open}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" className="shell-content" tabIndex={-1}>
        <Outlet />
      </main>
      <StepUp />
      <SessionEnded />
    </div>
  );
}
