import type { ReactNode } from 'react';
import type { PlanStage } from '../../api/planning.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useCivilDay } from './civil-days.js';
import { scheduleTexts } from './plan-texts.js';

type Asked = { readonly stages: readonly PlanStage[]; readonly isRehearsal?: true };

/** Every stage with its working days and, by the calendar, its first and last day. */
export function StageDates({ stages, isRehearsal }: Asked): ReactNode {
  const say = useTexts(scheduleTexts);
  const local = useLocalText();
  const civilDay = useCivilDay();
  const dayOr = (date: string | null): ReactNode =>
    date === null ? <span className="mark warn">{say('beyond')}</span> : civilDay(date);
  return (
    <>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('stages')}>
        <table className="table stacked">
          <thead>
            <tr>
              <th scope="col">{say('col.stage')}</th>
              <th scope="col" className="number">
                {say('col.days')}
              </th>
              {isRehearsal !== true && (
                <>
                  <th scope="col">{say('col.from')}</th>
                  <th scope="col">{say('col.to')}</th>
                </>
              )}
              <th scope="col">{say('col.clause')}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, title, clause, workingDays, from, to }) => (
              <tr key={`${stage} ${title?.en ?? ''}`}>
                <th scope="row" className="plan-stage">
                  {say(`stage.${stage}`)}
                  {title !== null && <span className="plan-what">{local(title)}</span>}
                </th>
                <td className="number" data-label={say('col.days')}>
                  {workingDays}
                </td>
                {isRehearsal !== true && (
                  <>
                    <td className="plan-day" data-label={say('col.from')}>
                      {dayOr(from)}
                    </td>
                    <td className="plan-day" data-label={say('col.to')}>
                      {dayOr(to)}
                    </td>
                  </>
                )}
                <td {...(clause === null ? {} : { 'data-label': say('col.clause') })}>{clause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{say('latest')}</p>
    </>
  );
}
