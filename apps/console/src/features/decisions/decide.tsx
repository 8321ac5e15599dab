import { Alert, Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitPerson } from '../../api/cycles.js';
import { confirmConsequences, decideLater, type Choice, type Gate } from '../../api/decisions.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { decisionOf, openGates, type Picked } from './decision-of.js';
import { GateCard } from './gate-card.js';
import { personTexts } from './person-texts.js';

type Asked = {
  readonly person: {
    readonly appraisalId: string;
    readonly name: string;
    readonly status: UnitPerson['status'];
  };
  readonly gates: readonly Gate[];
  readonly mayDecide: boolean;
};

/** What hurts, one by one: each is confirmed or refused in somebody's name, and nothing behind a closed gate can be confirmed. */
export function Decide({ person: { appraisalId, name, status }, gates, mayDecide }: Asked): ReactNode {
  const say = useTexts(personTexts);
  const local = useLocalText();
  const [picked, setPicked] = useState<Readonly<Record<string, Picked>>>({});
  const [asking, setAsking] = useState(false);
  const isLater = status === 'recorded';
  const change = useChange({
    ask: (choice: Choice, key) => (isLater ? decideLater : confirmConsequences)(appraisalId, choice, key),
    onDone: () => {
      setPicked({});
      setAsking(false);
    },
  });
  const open = mayDecide ? openGates(gates, status) : [];
  const { choice, undecided } = decisionOf(open, picked);
  const isNone = choice.confirm.length + choice.refuse.length === 0;
  const titles = (rules: readonly string[]): string =>
    gates.flatMap(({ rule, title }) => (rules.includes(rule) ? [local(title)] : [])).join(say('between'));
  return (
    <section className="sheet stack" aria-labelledby="person-gates">
      <h2 id="person-gates">{say('gates')}</h2>
      {gates.length === 0 && <p className="quiet">{say('noGates')}</p>}
      {change.isSuccess && open.length === 0 && (
        <Alert type="success" showIcon role="status" title={say('decided')} />
      )}
      {gates.some(({ state }) => state === 'proposed') && open.length === 0 && (
        <p>{say(mayDecide ? 'notYet' : 'notYours')}</p>
      )}
      {gates.map((gate) => (
        <GateCard key={gate.rule} gate={gate}>
          {open.includes(gate) && (
            <>
              <Radio.Group
                aria-label={say('decisionOn', { what: local(gate.title) })}
                value={picked[gate.rule] ?? (gate.force === 'may' ? 'later' : null)}
                onChange={({ target }) => {
                  setAsking(false);
                  setPicked({ ...picked, [gate.rule]: target.value as Picked });
                }}
              >
                <Radio value="confirm" disabled={!gate.open}>
                  {say(gate.carriedOutAs === 'as_written' ? 'confirm' : 'refer')}
                </Radio>
                <Radio value="refuse">{say('refuse')}</Radio>
                {gate.force === 'may' && <Radio value="later">{say('later')}</Radio>}
              </Radio.Group>
              {!gate.open && <p className="quiet">{say('closedHint')}</p>}
            </>
          )}
        </GateCard>
      ))}
      {open.length > 0 && !asking && (
        <div className="row">
          <Button disabled={isNone || undecided > 0} onClick={() => setAsking(true)}>
            {say('decide')}
          </Button>
          {undecided > 0 && <span className="quiet">{say('undecided', { count: undecided })}</span>}
        </div>
      )}
      {asking && (
        <div className="stack" role="group" aria-label={say('decide')}>
          {choice.confirm.length > 0 && (
            <p>
              <strong>{say('willConfirm', { name, what: titles(choice.confirm) })}</strong>
            </p>
          )}
          {choice.refuse.length > 0 && <p>{say('willRefuse', { name, what: titles(choice.refuse) })}</p>}
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div className="row">
            <Button danger loading={change.isPending} onClick={() => change.mutate(choice)}>
              {say('inMyName')}
            </Button>
            <Button disabled={change.isPending} onClick={() => setAsking(false)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
