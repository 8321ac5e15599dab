import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { createCycle, planDatesQuery, planPeopleQuery, type NewCycle } from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { AskedTwice } from './asked-twice.js';
import { useCivilDay } from './civil-days.js';
import { draftTexts } from './draft-texts.js';
import { Duties } from './duties.js';
import { scheduleTexts } from './plan-texts.js';
import { StageDates } from './stage-dates.js';

/** What follows once it is opened: dates, people, and a rehearsal of all of it. */
export function PlanAhead({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(draftTexts);
  const saySchedule = useTexts(scheduleTexts);
  const civilDay = useCivilDay();
  const { areaId, rulebookHash, units, clock } = cycle;
  const dates = useQuery(planDatesQuery(areaId, rulebookHash, undefined));
  const people = useQuery(planPeopleQuery(areaId, rulebookHash));
  const isRehearsal = clock.kind === 'rehearsal';
  return (
    <>
      <section className="sheet stack" aria-labelledby="plan-dates">
        <h2 id="plan-dates">{isRehearsal ? saySchedule('stages') : say('dates')}</h2>
        <Loaded query={dates}>
          {({ stages, calendarEnds }) => (
            <>
              {!isRehearsal && calendarEnds !== null && (
                <Alert
                  type="warning"
                  showIcon
                  title={saySchedule('calendarEnds', { day: civilDay(calendarEnds) })}
                />
              )}
              <StageDates stages={stages} {...(isRehearsal ? { isRehearsal } : {})} />
            </>
          )}
        </Loaded>
      </section>
      <section className="sheet stack" aria-labelledby="plan-people">
        <h2 id="plan-people">{say('people')}</h2>
        <Loaded query={people}>
          {(found) => <Duties people={found} unitIds={new Set(units.map(({ unitId }) => unitId))} />}
        </Loaded>
      </section>
      {!isRehearsal && <Rehearse cycle={cycle} />}
    </>
  );
}

const MINUTE_MS = 60_000;

function Rehearse({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(draftTexts);
  const navigate = useNavigate();
  const change = useChange({
    ask: (body: NewCycle, key) => createCycle(body, key),
    onDone: ({ id }) => void navigate({ to: '/cycles/$cycleId/plan', params: { cycleId: id } }),
  });
  const { areaId, year, rulebookHash, drawSeed } = cycle;
  const units = cycle.units.map(({ unitId, facts, headcount, pool }) => ({
    unitId,
    facts,
    ...(headcount === null ? {} : { headcount }),
    ...(pool === null ? {} : { pool }),
  }));
  const clock = { kind: 'rehearsal', workingDayMs: MINUTE_MS } as const;
  return (
    <section className="sheet stack" aria-label={say('rehearse')}>
      <AskedTwice
        label={say('rehearse')}
        effect={say('rehearseEffect')}
        confirm={say('rehearseConfirm')}
        cancel={say('cancel')}
        isPending={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate({ areaId, year, rulebookHash, drawSeed, clock, units })}
        isSecondary
      />
    </section>
  );
}
