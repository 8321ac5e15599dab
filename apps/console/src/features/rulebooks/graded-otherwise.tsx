import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { WhatIfOutcome } from '../../api/rulebooks.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useReading } from './reading.js';
import { whatIfTexts } from './what-if-texts.js';

type Person = WhatIfOutcome['graded'][number];
const SHOWN = 50;

/** Everybody who would be graded otherwise: before, after, and the first step at which the two part. */
export function GradedOtherwise({ outcome: { graded } }: { readonly outcome: WhatIfOutcome }): ReactNode {
  const say = useTexts(whatIfTexts);
  const [count, setCount] = useState(SHOWN);
  if (graded.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="what-if-people">
      <h2 id="what-if-people">{say('people')}</h2>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="what-if-people">
        <table className="table" aria-labelledby="what-if-people">
          <thead>
            <tr>
              <th scope="col">{say('col.name')}</th>
              <th scope="col">{say('col.before')}</th>
              <th scope="col">{say('col.after')}</th>
              <th scope="col">{say('col.why')}</th>
            </tr>
          </thead>
          <tbody>
            {graded.slice(0, count).map((person) => (
              <PersonRow key={person.appraisalId} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{say('titlesStay')}</p>
      {graded.length > count && (
        <div>
          <Button onClick={() => setCount(count + SHOWN)}>
            {say('more', { count: graded.length - count })}
          </Button>
        </div>
      )}
    </section>
  );
}

function PersonRow({
  person: { name, before, after, compositeBefore, compositeAfter, step },
}: {
  readonly person: Person;
}): ReactNode {
  const say = useTexts(whatIfTexts);
  const local = useLocalText();
  const { named } = useReading();
  const result = ({ grade, status }: Person['before']): string => named(grade ?? status);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {result(before)}
        <div className="quiet">{say('score', { score: compositeBefore ?? '—' })}</div>
      </td>
      <td>
        <strong>{result(after)}</strong>
        <div className="quiet">{say('score', { score: compositeAfter ?? '—' })}</div>
      </td>
      <td>
        {local(after.why)}
        {after.clause !== null && <span className="quiet"> · {after.clause}</span>}
        {step !== null && (
          <div className="quiet">
            {say('parts', {
              step: local(step.what),
              before: named(step.a ?? '—'),
              after: named(step.b ?? '—'),
            })}
          </div>
        )}
      </td>
    </tr>
  );
}
