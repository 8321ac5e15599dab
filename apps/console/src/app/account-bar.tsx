import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { signOut, type Account } from '../api/accounts.js';
import { useTexts } from '../i18n/use-texts.js';
import { forgetDrafts } from '../parts/drafts.js';
import { Preferences } from './preferences.js';
import { appTexts } from './texts.js';

/** Who is signed in, language and appearance, and the way out. */
export function AccountBar({ account }: { readonly account: Account }): ReactNode {
  const say = useTexts(appTexts);
  const leaving = useMutation({
    mutationFn: signOut,
    meta: { quiet: true },
    // Loading the page anew forgets everything that was read; a session that is gone already is left all the same.
    onSettled: () => {
      forgetDrafts(account.id);
      location.assign('/sign-in');
    },
  });
  const roles = [...new Set(account.grants.map(({ role }) => role))];
  return (
    <div className="shell-account">
      <span className="shell-who">
        <Link to="/account" title={say('account')}>
          {account.username}
        </Link>{' '}
        <span className="quiet">{roles.map((role) => say(`role.${role}`)).join(' · ')}</span>
      </span>
      <Preferences />
      <Button size="small" loading={leaving.isPending} onClick={() => leaving.mutate()}>
        {say('signOut')}
      </Button>
    </div>
  );
}
