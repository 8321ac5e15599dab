import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { useLiveCycle } from '../../api/cycle-events.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { CloseCollection } from './close-collection.js';
import { ClosedEarly } from './closed-early.js';
import { cyclesTexts } from './cycles-texts.js';
import { dueOf, isLate, STAGES } from './stages.js';
import { stageHintTexts, stageTexts } from './texts.js';
import { useNow } from './use-now.js';
import { UnitPeople } from './unit-people.js';
import { unitTexts } from './unit-texts.js';
import { WaitedFor } from './waited-for.js';

const route = getRouteApi('/signed-in/cycles/$cycleId/units/$unitId');

/** One unit of a cycle: where it stands and what it waits for, its people, and what HR may do. */
export function UnitPage(): ReactNode {
  const say = useTexts(unitTexts);
  const sayBoard = useTexts(cyclesTexts);
  const sayStage = useTexts(stageTexts);
  const sayHint = useTexts(stageHintTexts);
  const { minute } = useInstants();
  const { cycleId, unitId } = route.useParams();
  const { data: me } = useSuspenseQuery(meQuery);
  const now = useNow();
  const { query } = useLiveCycle(cycleId);
  const unit = query.data?.units.find((one) => one.unitId === unitId);
  const title =
    unit === undefined ? sayBoard('unit') : say('title', { year: query.data?.year ?? 0, unit: unit.name });
  return (
    <Page title={title}>
      <p>
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {say('back')}
        </Link>
      </p>
      <Loaded query={query}>
        {() => {
          if (unit === undefined) return <p className="sheet">{say('gone')}</p>;
          const dueAt = dueOf(unit);
          const mayList = hasRole(me, 'hr_officer', 'supervisor', 'superior');
          return (
            <section className="sheet stack" aria-labelledby="unit-stage">
              <h2 id="unit-stage">
                {say('stage')} · {sayStage(unit.state)}
              </h2>
              <p className="quiet">{sayHint(unit.state)}</p>
              <dl className="facts">
                <dt>{say('dueAt')}</dt>
                <dd>
                  {isLate(unit, now) && <span className="mark late">{sayBoard('late')}</span>}{' '}
                  {dueAt === null ? '—' : minute(dueAt)}
                </dd>
                <ClosedEarly cycleId={cycleId} unitId={unitId} />
                <dt>{say('count')}</dt>
                <dd>{unit.appraisals}</dd>
                {unit.headcount !== null && (
                  <>
                    <dt>{say('headcount')}</dt>
                    <dd>{unit.headcount}</dd>
                  </>
                )}
                <dt>{sayBoard('waiting')}</dt>
                <dd>
                  <WaitedFor cycleId={cycleId} areaId={query.data?.areaId ?? ''} unit={unit} />
                </dd>
                <dt>{sayBoard('latePeople')}</dt>
                <dd>
                  <WaitedFor cycleId={cycleId} areaId={query.data?.areaId ?? ''} unit={unit} late />
                </dd>
              </dl>
              {mayList && STAGES.indexOf(unit.state) >= STAGES.indexOf('composed') && (
                <p>
                  <Link to="/lists/$cycleId/$unitId" params={{ cycleId, unitId }}>
                    {say('toList')}
                  </Link>
                </p>
              )}
              {hasRole(me, 'hr_officer') && <CloseCollection cycleId={cycleId} unit={unit} />}
            </section>
          );
        }}
      </Loaded>
      {unit !== undefined && <UnitPeople cycleId={cycleId} unitId={unitId} />}
    </Page>
  );
}
