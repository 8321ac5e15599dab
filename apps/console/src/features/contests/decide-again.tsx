import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import type { ContestEvent } from '@kaoji/domain';
import type { ReactNode } from 'react';
import {
  decideAgain,
  rulesOfCycleQuery,
  type Again,
  type Contest,
  type Decided,
} from '../../api/contests.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { CorrectionList } from './correction-list.js';
import { contestTexts } from './texts.js';

type Asked = { readonly contest: Contest; readonly onDecided: (decided: Decided) => void };
const VERDICTS = ['applied', 'kept'] as const;

/** Sent back: whoever decides lists applies the corrections, or keeps the result and says why. */
export function DecideAgain({ contest, onDecided }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  const rules = useQuery(rulesOfCycleQuery(contest.cycleId));
  const change = useChange({
    ask: (body: Again, key) => decideAgain(contest.id, body, key),
    onDone: onDecided,
  });
  const sentBack = contest.events
    .map(({ body }) => body as unknown as ContestEvent)
    .findLast((event) => event.kind === 'decided');
  return (
    <section className="sheet stack no-print" aria-labelledby="contest-again">
      <h2 id="contest-again">{say('again')}</h2>
      <p>{say('againHint')}</p>
      {sentBack?.kind === 'decided' && (
        <>
          <p className="contest-words">{sentBack.reason}</p>
          <CorrectionList corrections={sentBack.corrections} rules={rules.data} />
        </>
      )}
      <Form<Again>
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={(body) => change.mutate(body)}
      >
        <Form.Item
          name="verdict"
          label={say('verdict')}
          rules={[{ required: true, message: say('outcomeMissing') }]}
        >
          <Radio.Group className="contest-choices">
            {VERDICTS.map((verdict) => (
              <Radio key={verdict} value={verdict}>
                {say(`verdict.${verdict}`)}
                <span className="contest-choice-note">{say(`verdictDoes.${verdict}`)}</span>
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
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={8000} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('doAgain')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
