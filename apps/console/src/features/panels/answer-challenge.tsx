import { Button, Form, Input, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import { answerChallenge, type ChallengeAnswer } from '../../api/panels.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { panelActTexts } from './act-texts.js';

type Asked = {
  readonly panelId: string;
  readonly appraisalId: string;
  readonly accountId: string;
  readonly member: string;
};
type Fields = Pick<ChallengeAnswer, 'verdict' | 'reason'>;
const VERDICTS = ['granted', 'refused'] as const;

/** The superior decides whether a member stands aside, with a reason. */
export function AnswerChallenge({ panelId, appraisalId, accountId, member }: Asked): ReactNode {
  const formId = useId();
  const say = useTexts(panelActTexts);
  const change = useChange({
    ask: (body: ChallengeAnswer, key) => answerChallenge(panelId, body, key),
  });
  return (
    <Form<Fields>
      name={formId}
      className="panels-form"
      layout="vertical"
      requiredMark={false}
      onFinish={({ verdict, reason }) =>
        change.mutate({ appraisalId, accountId, verdict, reason: reason.trim() })
      }
    >
      <Form.Item name="verdict" label={say('verdict')} rules={[{ required: true, message: say('missing') }]}>
        <Radio.Group options={VERDICTS.map((value) => ({ value, label: say(value) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <div className="stack">
        <p className="quiet">{say('grantEffect', { member })}</p>
        <p className="quiet">{say('ifNothing', { member })}</p>
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('answer')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
