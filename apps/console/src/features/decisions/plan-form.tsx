import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { setPlan, type NewPlan } from '../../api/follow-up.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { followUpTexts } from './follow-up-texts.js';
import { FormFoot } from './form-foot.js';

type Fields = { readonly steps: string; readonly workingDays: string };
type Asked = { readonly appraisalId: string; readonly onClose: () => void };

/** Sets a plan to improve: one step a line, and a deadline in working days. */
export function PlanForm({ appraisalId, onClose }: Asked): ReactNode {
  const say = useTexts(followUpTexts);
  const change = useChange({
    ask: (body: NewPlan, key) => setPlan(appraisalId, body, key),
    onDone: onClose,
  });
  const send = ({ steps, workingDays }: Fields): void =>
    change.mutate({
      steps: steps.split('\n').flatMap((step) => (step.trim() === '' ? [] : [step.trim()])),
      workingDays: Number(workingDays),
    });
  return (
    <Form<Fields>
      name="plan"
      className="decisions-form"
      layout="vertical"
      requiredMark={false}
      aria-label={say('addPlan')}
      onFinish={send}
    >
      <p>{say('planHint')}</p>
      <Form.Item
        name="steps"
        label={say('steps')}
        extra={say('stepsHint')}
        rules={[{ required: true, whitespace: true, message: say('stepsMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item
        name="workingDays"
        label={say('days')}
        rules={[
          { required: true, pattern: /^([1-9]|[1-9]\d|1\d\d|2[0-4]\d|250)$/, message: say('daysWrong') },
        ]}
      >
        <Input inputMode="numeric" style={{ maxWidth: '8rem' }} />
      </Form.Item>
      <FormFoot change={change} label={say('doPlan')}>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </FormFoot>
    </Form>
  );
}
