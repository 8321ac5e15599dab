import type { RaterRule } from '@kaoji/domain/rulebook';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Source } from './rule.js';

/** Whose marks make a part: their weight, how many at least, what is dropped, how they sit. */
export function Raters({ raters }: { readonly raters: readonly RaterRule[] }): ReactNode {
  const say = useTexts(partTexts);
  const { role } = useReading();
  return (
    <ul className="raters">
      {raters.map((rater) => (
        <li key={rater.role}>
          {say('rater', { role: role(rater.role), weight: rater.weight, count: rater.minCount })}{' '}
          {rater.trim !== 'none' &&
            say('trim', {
              high: rater.trim.dropHighest,
              low: rater.trim.dropLowest,
              count: rater.trim.whenMoreThan,
            })}{' '}
          {say(`missing.${rater.missing}`)}
          {rater.panel !== undefined && (
            <p className="quiet">
              {say('panel', { size: rater.panel.size ?? say('allMembers'), quorum: rater.panel.quorum })}{' '}
              {rater.panel.reasonForExtremes !== undefined &&
                say('extremes', {
                  high: rater.panel.reasonForExtremes.atLeast,
                  low: rater.panel.reasonForExtremes.atMost,
                })}
            </p>
          )}
          {rater.ballot !== undefined && (
            <div id={rater.ballot.id} className="quiet">
              {rater.ballot.voidWhenAllMaximum && <p>{say('voidAllMaximum')}</p>}
              {rater.ballot.voidWhenAllSame && <p>{say('voidAllSame')}</p>}
              {rater.ballot.highMarks !== undefined && (
                <p>
                  {say('highMarks', {
                    score: rater.ballot.highMarks.atLeast,
                    count: rater.ballot.highMarks.atMostPeople,
                  })}
                </p>
              )}
              {rater.ballot.lowMarks !== undefined && (
                <p>
                  {say('lowMarks', {
                    score: rater.ballot.lowMarks.below,
                    count: rater.ballot.lowMarks.atLeastPeople,
                  })}
                </p>
              )}
              <Source rule={rater.ballot} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
