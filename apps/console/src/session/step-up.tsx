import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { meQuery, stepUp } from '../api/accounts.js';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { AgainByProvider } from './by-provider.js';
import { stepUpAnswered, useStepUpAsked } from './step-up-state.js';
import { sessionTexts } from './texts.js';

/**
 * Over whatever is on screen, when a decision wants the password again: what was being written stays beneath, and the same
 * request is sent once it was given.
 */
export function StepUp(): ReactNode {
  const say = useTexts(sessionTexts);
  const asked = useStepUpAsked();
  return (
    <Modal
      open={asked}
      title={say('stepUpTitle')}
      footer={null}
      onCancel={() => stepUpAnswered(false)}
      mask={{ closable: false }}
      zIndex={1100}
      destroyOnHidden
    >
      <div className="stack">
        <p>{say('stepUp')}</p>
        <StepUpForm />
      </div>
    </Modal>
  );
}

function StepUpForm(): ReactNode {
  const say = useTexts(sessionTexts);
  const { data: account } = useQuery(meQuery);
  const asking = useMutation({
    mutationFn: ({ password }: { readonly password: string }) => stepUp(password),
    onSuccess: () => stepUpAnswered(true),
  });
  return (
    <Form<{ readonly password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => asking.mutate(given)}
    >
      {/* So that a browser that keeps passwords knows whose is asked for. */}
      <input
        className="unseen"
        type="text"
        autoComplete="username"
        value={account?.username ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Form.Item
        name="password"
        label={say('password')}
        rules={[{ required: true, message: say('passwordMissing') }]}
      >
        <Input type="password" autoComplete="current-password" autoFocus maxLength={200} size="large" />
      </Form.Item>
      <div className="stack">
        {asking.error !== null && <ProblemNotice fault={asking.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={asking.isPending}>
            {say('stepUpGo')}
          </Button>
          <Button onClick={() => stepUpAnswered(false)}>{say('notNow')}</Button>
        </div>
        <AgainByProvider onProved={() => stepUpAnswered(true)} />
      </div>
    </Form>
  );
}
