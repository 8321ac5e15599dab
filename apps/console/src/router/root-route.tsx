import { createRootRoute, Link, Outlet, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import { Page } from '../parts/page.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { partsTexts } from '../parts/texts.js';

/** Beneath it lie all screens: those of staff behind a sign-in, and those anybody may open. */
export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Broken,
});

function NotFound(): ReactNode {
  const say = useTexts(partsTexts);
  return (
    <Page title={say('notFoundTitle')}>
      <p>{say('notFound')}</p>
      <p>
        <Link to="/">{say('toHome')}</Link>
      </p>
    </Page>
  );
}

export function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  return <ProblemNotice fault={error} onRetry={reset} />;
}
