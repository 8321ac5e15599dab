import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { meQuery, signInByProvider } from '../../api/accounts.js';
import { Preferences } from '../../app/preferences.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../parts/page.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { going, isAgain, tellWaiting } from '../../session/provider-return.js';
import './sign-in.css';
import { signInTexts } from './texts.js';

/** Where an identity provider sends people back to: finishes the sign-in, or says to the window that waits who confirmed. */
export function ProviderPage(): ReactNode {
  const say = useTexts(signInTexts);
  const router = useRouter();
  const queries = useQueryClient();
  const begun = useRef(false);
  const [again] = useState(() => isAgain(location.search));
  const { mutate, error } = useMutation({
    mutationFn: signInByProvider,
    meta: { quiet: true },
    onSuccess: (account) => {
      queries.setQueryData(meQuery.queryKey, account);
      return router.navigate({ href: going.take(), replace: true });
    },
  });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = location.search.slice(1);
    // An answer is good once; nobody finds it in the history.
    history.replaceState(null, '', location.pathname);
    if (!again) return mutate(query === '' ? 'state=' : query);
    tellWaiting(query);
    globalThis.close();
  }, [again, mutate]);
  return (
    <main className="sign-in">
      <div className="sheet stack">
        <Page title={say('providerTitle')}>
          {error === null ? (
            <p role="status">{say(again ? 'providerConfirmed' : 'providerWaits')}</p>
          ) : (
            <ProblemNotice fault={error} />
          )}
          {!again && (
            <p>
              <Link to="/sign-in">{say('toSignIn')}</Link>
            </p>
          )}
        </Page>
      </div>
      <Preferences />
    </main>
  );
}
