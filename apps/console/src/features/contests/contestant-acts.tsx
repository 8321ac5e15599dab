import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { appealOutcome, receiveOutcome, withdrawContest, type Contest } from '../../api/contests.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { contestantTexts } from './contestant-texts.js';

type Asked = { readonly contest: Contest };

/** What the contestant may do now: receive the outcome, appeal against it, take the contest back. */
export function ContestantActs({ contest }: Asked): ReactNode {
  const { status, stage, appealUntil } = contest;
  if (status === 'decided') return <Receive contest={contest} />;
  if (status === 'appealable' && stage === 'review' && (appealUntil ?? 0) > Date.now()) {
    return <Appeal contest={contest} />;
  }
  return ['filed', 'in_review', 'sent_back'].includes(status) ? <Withdraw contest={contest} /> : null;
}

function Receive({ contest }: Asked): ReactNode {
  const say = useTexts(contestantTexts);
  const change = useChange({ ask: (_asked: null, key) => receiveOutcome(contest.id, key) });
  return (
    <section className="sheet stack" aria-labelledby="contest-receive">
      <h2 id="contest-receive">{say('receiveTitle')}</h2>
      <p>{say('receive')}</p>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div>
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate(null)}>
          {say('doReceive')}
        </Button>
      </div>
    </section>
  );
}

function Appeal({ contest }: Asked): ReactNode {
  const say = useTexts(contestantTexts);
  const change = useChange({
    ask: ({ grounds }: { readonly grounds: string }, key) => appealOutcome(contest.id, grounds, key),
  });
  return (
    <section className="sheet stack no-print" aria-labelledby="contest-appeal">
      <h2 id="contest-appeal">{say('appealTitle')}</h2>
      <p>{say('appeal')}</p>
      <Form<{ grounds: string }> layout="vertical" onFinish={(fields) => change.mutate(fields)}>
        <Form.Item
          name="grounds"
          label={say('grounds')}
          rules={[{ required: true, whitespace: true, message: say('groundsMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={8000} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button htmlType="submit" loading={change.isPending}>
              {say('doAppeal')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}

function Withdraw({ contest }: Asked): ReactNode {
  const say = useTexts(contestantTexts);
  const [isAsked, setAsked] = useState(false);
  const change = useChange({ ask: (_asked: null, key) => withdrawContest(contest.id, key) });
  return (
    <section className="sheet stack no-print" aria-labelledby="contest-withdraw">
      <h2 id="contest-withdraw">{say('withdrawTitle')}</h2>
      <p>{say('withdraw')}</p>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      {isAsked ? (
        <div className="row">
          <Button danger loading={change.isPending} onClick={() => change.mutate(null)}>
            {say('reallyWithdraw')}
          </Button>
          <Button onClick={() => setAsked(false)}>{say('keepIt')}</Button>
        </div>
      ) : (
        <div>
          <Button onClick={() => setAsked(true)}>{say('doWithdraw')}</Button>
        </div>
      )}
    </section>
  );
}
