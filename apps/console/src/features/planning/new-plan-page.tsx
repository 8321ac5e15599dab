import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { Page } from '../../parts/page.js';
import './planning.css';
import { useMayPlan } from './may-plan.js';
import { paceWord } from './pace.js';
import { StepBasics } from './step-basics.js';
import { StepCreate } from './step-create.js';
import { StepDates } from './step-dates.js';
import { StepPeople } from './step-people.js';
import { StepRulebook } from './step-rulebook.js';
import { StepUnits } from './step-units.js';
import { STEPS, type Step } from './steps.js';
import { newPlanTexts } from './texts.js';
import { useMissingSteps } from './missing-steps.js';
import { usePlanDraft } from './use-plan-draft.js';

const route = getRouteApi('/signed-in/cycles/new');
const SCREENS = {
  basics: StepBasics,
  rulebook: StepRulebook,
  units: StepUnits,
  dates: StepDates,
  people: StepPeople,
  create: StepCreate,
} as const;

/** A year planned step by step; each step has an address, and what was filled in stays. */
export function NewPlanPage(): ReactNode {
  const say = useTexts(newPlanTexts);
  const { step = 'basics' } = route.useSearch();
  const mayPlan = useMayPlan(null);
  const navigate = route.useNavigate();
  const { draft, change, forget } = usePlanDraft();
  const missing = useMissingSteps(draft);
  const Screen = SCREENS[step];
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  const to = (other: Step): void => void navigate({ search: { step: other } });
  if (!mayPlan) {
    return (
      <Page title={say('title')}>
        <p className="sheet">{say('notYours')}</p>
      </Page>
    );
  }
  return (
    <Page title={say('title')}>
      <p className="quiet">{say('intro')}</p>
      <nav aria-label={say('steps')}>
        <ol className="plain plan-steps">
          {STEPS.map((one, index) => (
            <li key={one}>
              <Link
                to="/cycles/new"
                search={{ step: one }}
                {...(one === step ? { 'aria-current': 'step' as const } : {})}
              >
                <span className="plan-step-number">{index + 1}</span> {say(`step.${one}`)}
                {missing.has(one) && <span className="mark warn">{say('missing')}</span>}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {draft.kind === 'rehearsal' && (
        <Alert
          type="warning"
          showIcon
          title={say('rehearsalBanner', { pace: paceWord(say, draft.daySeconds) })}
        />
      )}
      <section className="sheet stack" aria-labelledby="plan-step">
        <h2 id="plan-step">{say(`step.${step}`)}</h2>
        <Screen draft={draft} change={change} forget={forget} />
      </section>
      <div className="row spread">
        {before === undefined ? <span /> : <Button onClick={() => to(before)}>{say('back')}</Button>}
        {after !== undefined && (
          <Button type="primary" onClick={() => to(after)}>
            {say('next')}
          </Button>
        )}
      </div>
    </Page>
  );
}
