import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Rule } from './rule.js';

/** When a survey yields a number, what stands in when it does not, and how residents are asked. */
export function SurveyPart(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook, role, share } = useReading();
  const { survey } = rulebook;
  if (survey === undefined) return <p className="quiet">{say('noneOfIt')}</p>;
  const { minValid, minOrdinaryShare, satisfiedFrom, scaleMax, extensions, extendWorkingDays } = survey;
  const { fallbackRole, reminders, assistedMaxShare, suppression, uncertain, strata = [] } = survey;
  return (
    <Rule rule={survey} title={say('surveyRule')}>
      <ul>
        <li>{say('valid', { count: minValid, share: share(minOrdinaryShare) })}</li>
        <li>{say('satisfied', { from: satisfiedFrom, max: scaleMax })}</li>
        <li>{say('extended', { count: extensions, days: extendWorkingDays })}</li>
        <li>
          {fallbackRole === undefined ? say('noFallback') : say('fallback', { role: role(fallbackRole) })}
        </li>
        {strata.map(({ stratum, sample }) => (
          <li key={stratum}>{say(`stratum.${stratum}`, { count: sample })}</li>
        ))}
        {assistedMaxShare !== undefined && <li>{say('assisted', { share: share(assistedMaxShare) })}</li>}
        {reminders !== undefined && (
          <li>
            {say('reminders', {
              count: reminders.atMost,
              days: reminders.everyWorkingDays,
              from: reminders.fromHour,
              to: reminders.toHour,
            })}
          </li>
        )}
        {suppression !== undefined && (
          <li>{say('suppressed', { cells: suppression.cells, comments: suppression.comments })}</li>
        )}
        <li>{say(`uncertain.${uncertain ?? 'flag'}`)}</li>
      </ul>
    </Rule>
  );
}
