import { Alert, Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { recordObjection, type NewObjection, type UnitNotice } from '../../api/objections.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { objectionTexts } from './texts.js';

type Fields = {
  readonly about?: string;
  readonly text: string;
  readonly name?: string;
  readonly contact?: string;
};
type Asked = {
  readonly address: UnitAddress;
  readonly notice: UnitNotice;
  readonly nameOf: (appraisalId: string) => string;
};
const LIST = 'list';

/** Puts an objection on record that somebody came to the office with. */
export function RecordObjection({ address, notice, nameOf }: Asked): ReactNode {
  const say = useTexts(objectionTexts);
  const [form] = Form.useForm<Fields>();
  const [done, setDone] = useState(false);
  const change = useChange({
    ask: (body: NewObjection, key) => recordObjection(address, body, key),
    onDone: () => {
      form.resetFields();
      setDone(true);
    },
  });
  const send = ({ about, text, name, contact }: Fields): void => {
    setDone(false);
    const said = (value: string | undefined): string => value?.trim() ?? '';
    change.mutate({
      text: text.trim(),
      ...(about === undefined || about === LIST ? {} : { about }),
      ...(said(name) === '' ? {} : { name: said(name) }),
      ...(said(contact) === '' ? {} : { contact: said(contact) }),
    });
  };
  return (
    <section className="sheet stack" aria-labelledby="objections-record">
      <h2 id="objections-record">{say('record')}</h2>
      <p>{say('recordHint')}</p>
      {done && <Alert type="success" showIcon role="status" title={say('recorded')} />}
      <Form<Fields>
        name="objection"
        className="objection-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ about: LIST }}
        onFinish={send}
      >
        <Form.Item name="about" label={say('aboutWhom')}>
          <Select
            options={[
              { value: LIST, label: say('aboutList') },
              ...notice.entries.map(({ appraisalId }) => ({
                value: appraisalId,
                label: nameOf(appraisalId),
              })),
            ]}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={say('text')}
          rules={[{ required: true, whitespace: true, message: say('textMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="name" label={say('theirName')} extra={say('nameHint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="contact" label={say('contact')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('doRecord')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
