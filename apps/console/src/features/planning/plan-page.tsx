import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { cycleQuery, type Cycle } from '../../api/cycles.js';
import { consultationsQuery } from '../../api/planning.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ConsultStep } from './consult-step.js';
import { draftTexts } from './draft-texts.js';
import { useMayPlan } from './may-plan.js';
import { OpenStep } from './open-step.js';
import { PlanAhead } from './plan-ahead.js';
import { PlanContent } from './plan-content.js';
import { PlanStep } from './plan-step.js';
import './planning.css';
import { PublishStep } from './publish-step.js';
import { RosterStep } from './roster-step.js';

const route = getRouteApi('/signed-in/cycles/$cycleId/plan');

/** A plan from its draft to its opening; each step says what it does, and can be left and come back to. */
export function PlanPage(): ReactNode {
  const say = useTexts(draftTexts);
  const { cycleId } = route.useParams();
  const query = useQuery(cycleQuery(cycleId));
  const { data: cycle } = query;
  return (
    <Page title={cycle === undefined ? say('loadingTitle') : say('title', { year: cycle.year })}>
      <Loaded query={query}>{(found) => <Steps cycle={found} />}</Loaded>
    </Page>
  );
}

function Steps({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(draftTexts);
  const isMine = useMayPlan(cycle.areaId);
  const consultations = useQuery({ ...consultationsQuery(cycle.id), enabled: isMine });
  if (!isMine) return <p className="sheet">{say('notYours')}</p>;
  const { id, state, clock } = cycle;
  const people = cycle.units.reduce((sum, { appraisals }) => sum + appraisals, 0);
  const isSettled = state === 'published' || state === 'open' || state === 'closed';
  return (
    <>
      <p className="row">
        <span className={state === 'open' ? 'mark good' : 'mark'}>{say(`state.${state}`)}</span>
        {cycle.run !== 'live' && <span className="mark warn">{say('rehearsal')}</span>}
        <Link to="/cycles/$cycleId" params={{ cycleId: id }}>
          {say('toBoard')}
        </Link>
      </p>
      {clock.kind === 'rehearsal' && (
        <Alert
          type="warning"
          showIcon
          title={say('rehearsalBanner', { seconds: clock.workingDayMs / 1000 })}
        />
      )}
      <PlanContent cycle={cycle} />
      <PlanStep at={1} title={say('roster')} isDone={people > 0}>
        <RosterStep cycle={cycle} people={people} />
      </PlanStep>
      <PlanStep at={2} title={say('consult')} isDone={(consultations.data?.items.length ?? 0) > 0}>
        <ConsultStep cycle={cycle} query={consultations} />
      </PlanStep>
      <PlanStep at={3} title={say('publish')} isDone={isSettled}>
        <PublishStep cycle={cycle} />
      </PlanStep>
      <PlanStep at={4} title={say('open')} isDone={state === 'open' || state === 'closed'}>
        <OpenStep cycle={cycle} people={people} />
      </PlanStep>
      {state !== 'open' && state !== 'closed' && <PlanAhead cycle={cycle} />}
    </>
  );
}
