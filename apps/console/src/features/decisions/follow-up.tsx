import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { followUpQuery } from '../../api/follow-up.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { followUpTexts } from './follow-up-texts.js';
import { PlanForm } from './plan-form.js';
import { PlanSheet } from './plan-sheet.js';
import { TalkForm } from './talk-form.js';

type Asked = { readonly appraisalId: string; readonly mayAct: boolean };

/** Plans to improve and talks after a result, with what was done of them. */
export function FollowUp({ appraisalId, mayAct }: Asked): ReactNode {
  const say = useTexts(followUpTexts);
  const { nameOf } = useStaffNames();
  const [adding, setAdding] = useState<'plan' | 'talk' | null>(null);
  const query = useQuery(followUpQuery(appraisalId));
  const close = (): void => setAdding(null);
  return (
    <section className="sheet stack" aria-labelledby="person-follow-up">
      <h2 id="person-follow-up">{say('followUp')}</h2>
      <Loaded query={query}>
        {({ plans, talks }) => (
          <>
            {plans.length + talks.length === 0 && <p className="quiet">{say('none')}</p>}
            {plans.map((plan) => (
              <PlanSheet key={plan.id} plan={plan} mayAct={mayAct} />
            ))}
            <ul className="plain">
              {talks.map(({ id, kind, heldOn, heldBy, summary, reply }) => (
                <li key={id}>
                  <div className="task-row">
                    <div className="row">
                      <strong>{say(`kind.${kind}`)}</strong>
                      <span>{say('heldOn', { day: heldOn, name: nameOf(heldBy) })}</span>
                    </div>
                    <p className="decisions-text">{summary}</p>
                    {reply !== null && <p className="decisions-text quiet">{say('replied', { reply })}</p>}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {mayAct && adding === null && (
        <div className="row">
          <Button onClick={() => setAdding('plan')}>{say('addPlan')}</Button>
          <Button onClick={() => setAdding('talk')}>{say('addTalk')}</Button>
        </div>
      )}
      {adding === 'plan' && <PlanForm appraisalId={appraisalId} onClose={close} />}
      {adding === 'talk' && <TalkForm appraisalId={appraisalId} onClose={close} />}
    </section>
  );
}
