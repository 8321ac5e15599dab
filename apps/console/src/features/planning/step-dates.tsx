import { useQuery } from '@tanstack/react-query';
import { Alert, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { planDatesQuery } from '../../api/planning.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { useCivilDay } from './civil-days.js';
import { PlanCalendar } from './plan-calendar.js';
import { paceWord } from './pace.js';
import { scheduleTexts } from './plan-texts.js';
import { StageDates } from './stage-dates.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';

/** The day it opens, and what follows from it by the calendar; in a rehearsal only how long each stage lasts. */
export function StepDates({ draft, change }: StepAsked): ReactNode {
  const say = useTexts(scheduleTexts);
  const sayPlan = useTexts(newPlanTexts);
  const dayId = useId();
  const { areaId, rulebookHash, openOn } = draft;
  const query = useQuery(planDatesQuery(areaId, rulebookHash, openOn ?? undefined));
  const civilDay = useCivilDay();
  if (areaId === '') return <p className="quiet">{sayPlan('incomplete')}</p>;
  if (rulebookHash === '') return <p className="quiet">{sayPlan('chooseRulebook')}</p>;
  return (
    <Loaded query={query}>
      {(dates) =>
        draft.kind === 'rehearsal' ? (
          <div className="stack">
            <p>{say('pace', { pace: paceWord(sayPlan, draft.daySeconds) })}</p>
            <StageDates stages={dates.stages} isRehearsal />
          </div>
        ) : (
          <div className="stack">
            <div className="plan-field">
              <label htmlFor={dayId}>{say('openOn')}</label>
              <Input
                id={dayId}
                type="date"
                className="plan-year"
                value={openOn ?? dates.openOn}
                onChange={({ target }) => change({ openOn: target.value === '' ? null : target.value })}
              />
              <span className="quiet">{say('openOnWhat')}</span>
            </div>
            {dates.calendarEnds !== null && (
              <Alert
                type="warning"
                showIcon
                title={say('calendarEnds', { day: civilDay(dates.calendarEnds) })}
              />
            )}
            <StageDates stages={dates.stages} />
            <PlanCalendar dates={dates} onChoose={(day) => change({ openOn: day })} />
          </div>
        )
      }
    </Loaded>
  );
}
