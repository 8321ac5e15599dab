import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Preferences } from '../../app/preferences.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../parts/page.js';
import { ByProvider } from '../../session/by-provider.js';
import { SignInForm } from '../../session/sign-in-form.js';
import './sign-in.css';
import { signInTexts } from './texts.js';

const route = getRouteApi('/sign-in');

export function SignInPage(): ReactNode {
  const say = useTexts(signInTexts);
  const { to } = route.useSearch();
  const router = useRouter();
  return (
    <main className="sign-in">
      <div className="sheet stack">
        <Page title={say('title')}>
          <p className="quiet">{say('purpose')}</p>
          <SignInForm onSignedIn={() => router.navigate({ href: to ?? '/' })} />
          <ByProvider to={to ?? '/'} />
          <p className="quiet">{say('forgotten')}</p>
          <p className="quiet">{say('residents')}</p>
        </Page>
      </div>
      <Preferences />
    </main>
  );
}
