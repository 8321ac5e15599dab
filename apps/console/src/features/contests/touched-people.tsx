import type { ReactNode } from 'react';
import type { Trial } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { contestTexts } from './texts.js';

/** Who else the line would move if the list were made again, without names; nobody loses what they have. */
export function TouchedPeople({ trial: { touched, seats } }: { readonly trial: Trial }): ReactNode {
  const say = useTexts(contestTexts);
  const grade = useGradeWords();
  return (
    <div className="stack">
      <h3>{say('touched')}</h3>
      {touched.length === 0 ? (
        <p>{say('touchedNobody')}</p>
      ) : (
        <>
          <p>{say('touchedHint')}</p>
          <ul>
            {touched.map(({ id, before, recomputed, effect }, at) => (
              <li key={id}>
                {say('touchedOne', { number: at + 1, before: grade(before), after: grade(recomputed) })}{' '}
                <span className="mark">{say(`effect.${effect}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">
        {say('seats', { seats: seats.seats, held: seats.held })}
        {seats.over > 0 && ` ${say('seatsOver', { count: seats.over })}`}
      </p>
    </div>
  );
}
