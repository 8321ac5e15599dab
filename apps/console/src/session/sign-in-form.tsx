import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { meQuery, signIn, type Account } from '../api/accounts.js';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { sessionTexts } from './texts.js';

type Credentials = { readonly username: string; readonly password: string };

/** User name and password of a local account. */
export function SignInForm({
  onSignedIn,
}: {
  readonly onSignedIn: (account: Account) => void | Promise<void>;
}): ReactNode {
  const say = useTexts(sessionTexts);
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: signIn,
    meta: { quiet: true },
    onSuccess: async (account) => {
      queries.setQueryData(meQuery.queryKey, account);
      await onSignedIn(account);
    },
  });
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      onFinish={(credentials) => asking.mutate(credentials)}
    >
      <Form.Item
        name="username"
        label={say('username')}
        rules={[{ required: true, message: say('usernameMissing') }]}
      >
        <Input autoComplete="username" autoFocus maxLength={64} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={say('password')}
        rules={[{ required: true, message: say('passwordMissing') }]}
      >
        <Input type="password" autoComplete="current-password" maxLength={200} size="large" />
      </Form.Item>
      <div className="stack">
        {asking.error !== null && <ProblemNotice fault={asking.error} />}
        <Button type="primary" htmlType="submit" size="large" block loading={asking.isPending}>
          {say('signIn')}
        </Button>
      </div>
    </Form>
  );
}
