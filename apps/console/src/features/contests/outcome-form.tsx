import { Button, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import {
  decideContest,
  type Contest,
  type Correction,
  type Decided,
  type Outcome,
} from '../../api/contests.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { contestTexts } from './texts.js';

type Asked = {
  readonly contest: Contest;
  readonly corrections: readonly Correction[];
  readonly onDecided: (decided: Decided) => void;
};
type Fields = Pick<Outcome, 'outcome' | 'reason'>;
const OUTCOMES = ['upheld', 'changed', 'sent_back'] as const;

/** The outcome with its reason. What is upheld corrects nothing; what is changed or sent back needs a correction. */
export function OutcomeForm({ contest, corrections, onDecided }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  const change = useChange({
    ask: (body: Outcome, key) => decideContest(contest.id, body, key),
    onDone: onDecided,
  });
  const isCorrected = corrections.length > 0;
  const send = ({ outcome, reason }: Fields): void =>
    change.mutate({ outcome, reason, corrections: outcome === 'upheld' ? [] : [...corrections] });
  return (
    <section className="sheet stack no-print" aria-labelledby="contest-outcome">
      <h2 id="contest-outcome">{say('decide')}</h2>
      <p>{say('decideHint')}</p>
      <Form<Fields> layout="vertical" scrollToFirstError={{ focus: true }} onFinish={send}>
        <Form.Item
          name="outcome"
          label={say('outcome')}
          extra={say(isCorrected ? 'withCorrections' : 'withoutCorrections')}
          rules={[{ required: true, message: say('outcomeMissing') }]}
        >
          <Radio.Group className="contest-choices">
            {OUTCOMES.map((outcome) => (
              <Radio key={outcome} value={outcome} disabled={(outcome === 'upheld') === isCorrected}>
                {say(`outcome.${outcome}`)}
                <span className="contest-choice-note">{say(`does.${outcome}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="reason"
          label={say('reason')}
          extra={say('reasonRead')}
          rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={8000} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('doDecide')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
