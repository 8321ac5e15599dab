import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { UnitPerson } from '../../api/cycles.js';
import { answerObjection, type Objection, type ObjectionAnswer } from '../../api/objections.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { objectionTexts } from './texts.js';

type Fields = {
  readonly outcome: 'dismissed' | 'evidence' | 'quota_line';
  readonly appraisals?: readonly string[];
  readonly reason: string;
};
type Asked = {
  readonly objection: Objection;
  readonly nameOf: (appraisalId: string) => string;
  readonly people: readonly UnitPerson[];
  readonly onClose: () => void;
};

/** Answers an objection once: dismissed, or upheld, with what upholding it opens again. */
export function AnswerForm({ objection: { id, about }, nameOf, people, onClose }: Asked): ReactNode {
  const say = useTexts(objectionTexts);
  const [form] = Form.useForm<Fields>();
  const outcome = Form.useWatch('outcome', form);
  const chosen = Form.useWatch('appraisals', form) ?? [];
  const change = useChange({
    ask: (body: ObjectionAnswer, key) => answerObjection(id, body, key),
    onDone: onClose,
  });
  const touched = about === null ? chosen : [about];
  const send = ({ outcome: as, reason }: Fields): void =>
    change.mutate({
      reason: reason.trim(),
      ...(as === 'dismissed'
        ? { verdict: 'dismissed' }
        : {
            verdict: 'upheld',
            touch:
              as === 'quota_line' ? { kind: 'quota_line' } : { kind: 'evidence', appraisals: [...touched] },
          }),
    });
  const names = touched.map(nameOf).join(say('between'));
  return (
    <Form<Fields>
      name={`answer-${id}`}
      className="objection-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      aria-label={say('answer')}
      onFinish={send}
    >
      <Form.Item
        name="outcome"
        label={say('outcome')}
        rules={[{ required: true, message: say('outcomeMissing') }]}
      >
        <Radio.Group
          aria-label={say('outcome')}
          options={(['dismissed', 'evidence', 'quota_line'] as const).map((value) => ({
            value,
            label: say(`outcome.${value}`),
          }))}
        />
      </Form.Item>
      {outcome === 'evidence' && about === null && (
        <Form.Item
          name="appraisals"
          label={say('whose')}
          rules={[{ required: true, message: say('whoseMissing') }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={people.map(({ id: value, name }) => ({ value, label: name ?? value }))}
          />
        </Form.Item>
      )}
      {outcome !== undefined && (
        <Alert
          type={outcome === 'dismissed' ? 'info' : 'warning'}
          showIcon
          style={{ marginBottom: '1rem' }}
          title={say(`effect.${outcome}`, { names: names === '' ? say('whoseMissing') : names })}
        />
      )}
      <Form.Item
        name="reason"
        label={say('reason')}
        extra={say('reasonHint')}
        rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('confirmAnswer')}
          </Button>
          <Button disabled={change.isPending} onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
