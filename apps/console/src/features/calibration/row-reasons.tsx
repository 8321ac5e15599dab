import type { ReactNode } from 'react';
import type { ListPerson } from '../../api/deliberation.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { calibrationTexts } from './texts.js';

/** Why somebody stands where they stand: by the line, by the rule, by a judgement. What was only noticed is folded away. */
export function RowReasons({ person }: { readonly person: ListPerson }): ReactNode {
  const say = useTexts(calibrationTexts);
  const local = useLocalText();
  const { line, why, clause, flags, needsPeople, acknowledged } = person;
  return (
    <>
      {line !== null && <span className="mark">{say(`side.${line.side}`)}</span>} {local(line?.why ?? why)}
      {clause !== null && line === null && <span className="quiet"> 〔{clause}〕</span>}
      {needsPeople.length > 0 && acknowledged === null && (
        <>
          {' '}
          <span className="mark late">{say('needsPeople')}</span>
        </>
      )}
      {acknowledged !== null && <span> {say('acknowledged', { reason: acknowledged })}</span>}
      {flags.length > 0 && (
        <details>
          <summary>{say('flags', { count: flags.length })}</summary>
          {flags.map((flag) => (
            <p key={flag.code} className="quiet">
              {local(flag.why)}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
