import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Challenge } from '../../api/own-year.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { yearTexts } from './year-texts.js';

type Asked = {
  readonly account: string;
  readonly name: string;
  readonly ask: (challenge: Challenge, key: string) => Promise<unknown>;
};

/** Somebody with a say in my result, and the request that they stand aside. */
export function RecusalRow({ account, name, ask }: Asked): ReactNode {
  const say = useTexts(yearTexts);
  const [isAsking, setAsking] = useState(false);
  const change = useChange({ ask, onDone: () => setAsking(false) });
  return (
    <div className="task-row">
      <div className="row spread">
        <strong>{name}</strong>
        {change.isSuccess ? (
          <span role="status">{say('asked', { name })}</span>
        ) : (
          !isAsking && (
            <Button size="small" onClick={() => setAsking(true)}>
              {say('askRecusal', { name })}
            </Button>
          )
        )}
      </div>
      {isAsking && (
        <Form<{ reason: string }>
          layout="vertical"
          onFinish={({ reason }) => change.mutate({ accountId: account, reason })}
        >
          <p>{say('recusalEffect', { name })}</p>
          <Form.Item
            name="reason"
            label={say('askReason')}
            rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} autoFocus />
          </Form.Item>
          <div className="stack">
            {change.error !== null && <ProblemNotice fault={change.error} />}
            <div className="row">
              <Button type="primary" htmlType="submit" loading={change.isPending}>
                {say('send')}
              </Button>
              <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
            </div>
          </div>
        </Form>
      )}
    </div>
  );
}
