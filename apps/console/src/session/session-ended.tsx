import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useRef, type ReactNode } from 'react';
import { meQuery, type Account } from '../api/accounts.js';
import { useTexts } from '../i18n/use-texts.js';
import { sessionBegun, useSessionEnded } from './session-state.js';
import { SignInForm } from './sign-in-form.js';
import { sessionTexts } from './texts.js';

/** Over whatever is on screen, when the session has ended meanwhile: what was being written stays beneath. */
export function SessionEnded(): ReactNode {
  const say = useTexts(sessionTexts);
  const ended = useSessionEnded();
  const queries = useQueryClient();
  const before = useRef<Account | undefined>(undefined);
  before.current ??= queries.getQueryData(meQuery.queryKey);
  const goOn = async (account: Account): Promise<void> => {
    // What is on screen belongs to whoever was here before.
    if (before.current !== undefined && before.current.id !== account.id) return location.reload();
    sessionBegun();
    await queries.invalidateQueries();
  };
  return (
    <Modal
      open={ended}
      title={say('endedTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="stack">
        <p>{say('ended')}</p>
        <SignInForm onSignedIn={goOn} />
      </div>
    </Modal>
  );
}
