import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Preferences } from '../../app/preferences.js';
import { useTexts } from '../../i18n/use-texts.js';
import './notices.css';
import { publicTexts } from './texts.js';

const PAGES = [
  { to: '/notices', label: 'menu.notices' },
  { to: '/receipt', label: 'menu.receipt' },
  { to: '/log', label: 'menu.log' },
] as const;

/** What is around the pages for everybody: nobody signs in here, and nothing is remembered of who looks. */
export function PublicFrame(): ReactNode {
  const say = useTexts(publicTexts);
  return (
    <div className="public">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="public-head no-print">
        <span className="public-name">{say('name')}</span>
        <nav aria-label={say('menu')}>
          <ul className="plain row">
            {PAGES.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} activeProps={{ 'aria-current': 'page' }}>
                  {say(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Preferences />
      </header>
      <main id="content" className="public-content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="public-foot quiet no-print">
        {say('leastData')} <Link to="/sign-in">{say('staff')}</Link>
      </footer>
    </div>
  );
}
