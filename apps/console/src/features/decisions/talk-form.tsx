import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { recordTalk, type NewTalk } from '../../api/follow-up.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { followUpTexts } from './follow-up-texts.js';
import { FormFoot } from './form-foot.js';

type Asked = { readonly appraisalId: string; readonly onClose: () => void };
const KINDS = ['feedback', 'reminder', 'admonition'] as const;

/** Puts a talk on record that I held, with what the person said to it. */
export function TalkForm({ appraisalId, onClose }: Asked): ReactNode {
  const say = useTexts(followUpTexts);
  const change = useChange({
    ask: (body: NewTalk, key) => recordTalk(appraisalId, body, key),
    onDone: onClose,
  });
  const send = ({ reply, ...talk }: NewTalk): void => {
    const said = reply?.trim() ?? '';
    change.mutate({ ...talk, ...(said === '' ? {} : { reply: said }) });
  };
  return (
    <Form<NewTalk>
      name="talk"
      className="decisions-form"
      layout="vertical"
      requiredMark={false}
      aria-label={say('addTalk')}
      onFinish={send}
    >
      <Form.Item name="kind" label={say('kind')} rules={[{ required: true, message: say('kindMissing') }]}>
        <Select options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="heldOn" label={say('held')} rules={[{ required: true, message: say('heldMissing') }]}>
        <Input type="date" style={{ maxWidth: '12rem' }} />
      </Form.Item>
      <Form.Item
        name="summary"
        label={say('summary')}
        rules={[{ required: true, whitespace: true, message: say('summaryMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="reply" label={say('reply')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
      <FormFoot change={change} label={say('doTalk')}>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </FormFoot>
    </Form>
  );
}
