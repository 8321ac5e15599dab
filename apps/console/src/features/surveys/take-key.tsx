import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { takeKey } from '../../api/ballot-boxes.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { boxesTexts } from './boxes-texts.js';

type Fields = { readonly passphrase: string; readonly again: string };

/**
 * Takes a key. The passphrase is read from its field when it is sent and cleared afterwards: what is asked is known by
 * the cycle alone, so that neither the key of the request nor anything kept of it holds the passphrase.
 */
export function TakeKey({
  cycleId,
  holds,
}: {
  readonly cycleId: string;
  readonly holds: boolean;
}): ReactNode {
  const say = useTexts(boxesTexts);
  const [form] = Form.useForm<Fields>();
  const change = useChange({
    ask: (asked: { readonly cycleId: string }, key) =>
      takeKey(asked.cycleId, form.getFieldValue('passphrase') as string, key),
    onDone: () => form.resetFields(),
  });
  if (change.isSuccess) return <Alert type="success" showIcon role="status" title={say('takenNow')} />;
  if (holds) return null;
  return (
    <Form<Fields> form={form} name="take-key" layout="vertical" onFinish={() => change.mutate({ cycleId })}>
      <h3>{say('take')}</h3>
      <p className="quiet">{say('takeHint')}</p>
      <Form.Item
        name="passphrase"
        label={say('passphrase')}
        rules={[{ required: true, message: say('missing') }]}
      >
        <Input type="password" maxLength={256} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="again"
        label={say('again')}
        dependencies={['passphrase']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value: unknown) =>
              value === getFieldValue('passphrase')
                ? Promise.resolve()
                : Promise.reject(new Error(say('differ'))),
          }),
        ]}
      >
        <Input type="password" maxLength={256} autoComplete="off" />
      </Form.Item>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div className="row">
          <Button htmlType="submit" type="primary" loading={change.isPending}>
            {say('doTake')}
          </Button>
          <span role="status">{change.isPending ? say('taking') : ''}</span>
        </div>
      </div>
    </Form>
  );
}
