import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { actOn, type Act, type ListAddress } from '../../api/acts.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { moveAct, type Move } from './moves.js';
import { movesTexts } from './moves-texts.js';
import type { ReturnTurn } from './use-return-turn.js';

type Asked = {
  readonly address: ListAddress;
  readonly mine: ReturnTurn;
  readonly moves: readonly Move[];
  readonly onToggle: (move: Move) => void;
  readonly onCancel: () => void;
  readonly onDone: () => void;
};

/** Whom one would like on the other side of the line, why, and what sending that does. */
export function ProposeMoves({ address, mine, moves, onToggle, onCancel, onDone }: Asked): ReactNode {
  const say = useTexts(movesTexts);
  const change = useChange({ ask: (act: Act, key) => actOn(address, act, key), onDone });
  const { approval, turn, targets } = mine;
  const count = (side: Move['to']): number => moves.filter(({ to }) => to === side).length;
  const directions = (['in', 'out'] as const)
    .filter((side) => count(side) > 0)
    .map((side) => say(`count.${side}`, { count: count(side) }));
  return (
    <section className="sheet stack no-print" aria-labelledby="calibration-moves">
      <h3 id="calibration-moves">{say('title', { count: moves.length })}</h3>
      <p>{say('effect')}</p>
      <ul className="plain stack">
        {moves.map((move) => (
          <li key={move.appraisalId} className="row">
            <span>{say(`to.${move.to}`, { name: move.name })}</span>
            <Button
              size="small"
              onClick={() => onToggle(move)}
              aria-label={say('takeBackOf', { name: move.name })}
            >
              {say('takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      <Form<{ reason: string; returnTo: string }>
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={{ returnTo: targets[0] }}
        onFinish={({ reason, returnTo }) => {
          const said = say('reasonSent', { directions: directions.join(say('and')), reason: reason.trim() });
          change.mutate(moveAct({ approval, turn, moves, returnTo, reason: said }));
        }}
      >
        <Form.Item
          name="returnTo"
          label={say('returnTo')}
          rules={[{ required: true }]}
          hidden={targets.length === 1}
        >
          <Select
            options={targets.map((value) => ({
              value,
              label: value === 'collection' ? say('collection') : value,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={say('reason')}
          rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={3800} />
        </Form.Item>
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('send', { count: moves.length })}
          </Button>
          <Button onClick={onCancel}>{say('cancel')}</Button>
        </div>
      </Form>
    </section>
  );
}
