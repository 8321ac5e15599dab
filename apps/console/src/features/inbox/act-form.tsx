import { ALWAYS_REASON } from '@kaoji/domain/approval';
import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { actOn, type Act, type Approval, type ListAddress, type Verb } from '../../api/acts.js';
import type { ListPerson } from '../../api/deliberation.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { ActDetails } from './act-details.js';
import { actOf, needsExplaining, type ActFields } from './act-of.js';
import { listTexts } from './list-texts.js';
import type { Turn } from '../../parts/turns.js';
import { verbEffectTexts, verbTexts } from '../../parts/verb-texts.js';

export type ActFormAsked = {
  readonly address: ListAddress;
  readonly approval: Approval;
  readonly people: readonly ListPerson[];
  readonly verb: Verb;
  readonly turn: Turn;
  readonly onCancel: () => void;
  readonly onDone: (waiting: number) => void;
};

/** One verb with what it needs, and what it will do said above it. What was typed stays when it is refused. */
export function ActForm({
  address,
  approval,
  people,
  verb,
  turn,
  onCancel,
  onDone,
}: ActFormAsked): ReactNode {
  const say = useTexts(listTexts);
  const sayVerb = useTexts(verbTexts);
  const sayEffect = useTexts(verbEffectTexts);
  const change = useChange({
    ask: (act: Act, key) => actOn(address, act, key),
    onDone: ({ waiting }) => onDone(waiting.length),
  });
  const step = approval.steps.find(({ id }) => id === approval.step);
  const isReasonNeeded = ALWAYS_REASON.includes(verb) || (step?.reasonFor.includes(verb) ?? false);
  const toExplain = verb === 'approve' ? needsExplaining(people) : [];
  return (
    <Form<ActFields>
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      onFinish={(fields) => change.mutate(actOf({ approval, verb, turn, fields, toExplain }))}
    >
      <div className="stack">
        <h3>{say('form', { verb: sayVerb(verb) })}</h3>
        <p>{sayEffect(verb)}</p>
        <div>
          <ActDetails address={address} approval={approval} people={people} verb={verb} />
          {toExplain.length > 0 && <p>{say('uncertain')}</p>}
          {toExplain.map(({ appraisalId, name }) => (
            <Form.Item
              key={appraisalId}
              name={['acknowledged', appraisalId]}
              label={name}
              rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
            >
              <Input.TextArea autoSize={{ minRows: 1 }} maxLength={4000} />
            </Form.Item>
          ))}
          <Form.Item
            name="reason"
            label={say(isReasonNeeded ? 'reason' : 'reasonOptional')}
            rules={
              isReasonNeeded ? [{ required: true, whitespace: true, message: say('reasonMissing') }] : []
            }
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
          </Form.Item>
        </div>
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('submit', { verb: sayVerb(verb) })}
          </Button>
          <Button onClick={onCancel}>{say('cancel')}</Button>
        </div>
      </div>
    </Form>
  );
}
