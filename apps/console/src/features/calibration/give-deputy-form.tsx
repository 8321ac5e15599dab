import { Alert, Button, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { giveDeputy, type NewDeputy } from '../../api/deputies.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { deputiesTexts } from './deputies-texts.js';

type Fields = {
  readonly deputy: string;
  readonly from: string;
  readonly until: string;
  readonly reason?: string;
};
type Asked = { readonly possible: readonly { readonly account: string; readonly name: string }[] };

/** Gives a deputy for whole days of the reader's own zone. */
export function GiveDeputyForm({ possible }: Asked): ReactNode {
  const say = useTexts(deputiesTexts);
  const [form] = Form.useForm<Fields>();
  const [done, setDone] = useState(false);
  const change = useChange({
    ask: (body: NewDeputy, key) => giveDeputy(body, key),
    onDone: () => {
      form.resetFields();
      setDone(true);
    },
  });
  const send = ({ deputy, from, until, reason }: Fields): void => {
    setDone(false);
    const why = reason?.trim() ?? '';
    change.mutate({
      ...{ deputy, fromAt: dayjs(from).valueOf(), untilAt: dayjs(until).add(1, 'day').valueOf() },
      ...(why === '' ? {} : { reason: why }),
    });
  };
  const needed = { required: true, message: say('dayMissing') };
  return (
    <section className="sheet stack" aria-labelledby="deputies-give">
      <h2 id="deputies-give">{say('give')}</h2>
      <p>{say('giveWhat')}</p>
      {done && <Alert type="success" showIcon role="status" title={say('done')} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={send}>
        <Form.Item
          name="deputy"
          label={say('deputy')}
          rules={[{ required: true, message: say('deputyMissing') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={possible.map(({ account, name }) => ({ value: account, label: name }))}
          />
        </Form.Item>
        <div className="row" style={{ alignItems: 'start' }}>
          <Form.Item name="from" label={say('from')} rules={[needed]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="until"
            label={say('until')}
            dependencies={['from']}
            rules={[
              needed,
              ({ getFieldValue }) => ({
                validator: async (_rule, until?: string) => {
                  const from = getFieldValue('from') as string | undefined;
                  if (until !== undefined && from !== undefined && until < from)
                    throw new Error(say('untilBefore'));
                },
              }),
            ]}
          >
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="reason" label={say('reason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('submit')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
