import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RefusedAttemptView } from '@kaoji/http-contract';
import type { UnitConsequences } from '../../api/decisions.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { unitDecisionTexts } from './unit-texts.js';

type Asked = {
  readonly address: UnitAddress;
  readonly attempts: readonly RefusedAttemptView[];
  readonly people: UnitConsequences['people'];
};

/** Who wanted to confirm what a gate kept closed, when, and how much was missing. Nothing is ever taken off this list. */
export function RefusedAttempts({ address, attempts, people }: Asked): ReactNode {
  const say = useTexts(unitDecisionTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const { nameOf } = useStaffNames();
  const personOf = (id: string) => people.find(({ appraisalId }) => appraisalId === id);
  const titleOf = (id: string, rule: string): string => {
    const found = personOf(id)?.hurting.find((one) => one.rule === rule);
    return found === undefined ? rule : local(found.title);
  };
  return (
    <section className="sheet stack" aria-labelledby="decisions-attempts">
      <h2 id="decisions-attempts">{say('attempts')}</h2>
      {attempts.length === 0 && <p className="quiet">{say('noAttempts')}</p>}
      <ul className="plain">
        {attempts.toReversed().map(({ id, appraisalId, rules, missing, attemptedBy, attemptedAt }) => (
          <li key={id}>
            <div className="task-row">
              <div className="row">
                <Link to="/decisions/$cycleId/$unitId/$appraisalId" params={{ ...address, appraisalId }}>
                  {personOf(appraisalId)?.name ?? say('person')}
                </Link>
                <span>{rules.map((rule) => titleOf(appraisalId, rule)).join(say('between'))}</span>
              </div>
              <span className="quiet">
                {say('attemptedBy', { name: nameOf(attemptedBy), at: minute(attemptedAt) })} ·{' '}
                {say('missing', { count: missing.length })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
