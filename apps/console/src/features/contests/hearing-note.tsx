import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { holdHearing } from '../../api/contests.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { contestTexts } from './texts.js';

/** A note of what was said when the contestant, or somebody else, was heard. */
export function HearingNote({ contestId }: { readonly contestId: string }): ReactNode {
  const say = useTexts(contestTexts);
  const [form] = Form.useForm<{ note: string }>();
  const change = useChange({
    ask: ({ note }: { readonly note: string }, key) => holdHearing(contestId, note, key),
    onDone: () => form.resetFields(),
  });
  return (
    <section className="sheet stack" aria-labelledby="contest-hearing">
      <h2 id="contest-hearing">{say('hearing')}</h2>
      <p className="quiet">{say('hearingHint')}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => change.mutate(fields)}>
        <Form.Item
          name="note"
          label={say('note')}
          rules={[{ required: true, whitespace: true, message: say('noteMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={8000} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div className="row">
            <Button htmlType="submit" loading={change.isPending}>
              {say('keepNote')}
            </Button>
            <span role="status">{change.isSuccess ? say('noteKept') : ''}</span>
          </div>
        </div>
      </Form>
    </section>
  );
}
