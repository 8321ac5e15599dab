import type { Rulebook } from '@kaoji/domain/rulebook';
import type { ReactNode } from 'react';
import type { WhatIfOutcome } from '../../api/rulebooks.js';
import { useTexts } from '../../i18n/use-texts.js';
import { GradedOtherwise } from './graded-otherwise.js';
import { ReadingOf, useReading } from './reading.js';
import { whatIfTexts } from './what-if-texts.js';

type Asked = { readonly outcome: WhatIfOutcome };

/** What the tried numbers come to: how many have which result, how the seats change, and who is graded otherwise. */
export function WhatIfResult({ outcome, rulebook }: Asked & { readonly rulebook: Rulebook }): ReactNode {
  return (
    <ReadingOf rulebook={rulebook} findings={[]}>
      <Counts outcome={outcome} />
      <GradedOtherwise outcome={outcome} />
    </ReadingOf>
  );
}

function Counts({ outcome: { people, graded, scored, elsewhere, results, quota } }: Asked): ReactNode {
  const say = useTexts(whatIfTexts);
  const { named, share } = useReading();
  const shown = (field: string, value: string): string => (field === 'cap' ? share(value) : value);
  return (
    <section className="sheet stack" aria-labelledby="what-if-counts">
      <h2 id="what-if-counts">{say('outcome')}</h2>
      <p role="status">
        <strong>
          {graded.length === 0 ? say('nobody', { people }) : say('graded', { count: graded.length, people })}
        </strong>{' '}
        {scored > 0 && say('scored', { count: scored })}{' '}
        {elsewhere > 0 && say('elsewhere', { count: elsewhere })}
      </p>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="what-if-counts">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.result')}</th>
              <th scope="col" className="number">
                {say('col.before')}
              </th>
              <th scope="col" className="number">
                {say('col.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ result, before, after }) => (
              <tr key={result}>
                <th scope="row">{named(result)}</th>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
            {quota.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{say(`quota.${field}`)}</th>
                <td className="number">{shown(field, before)}</td>
                <td className="number">{shown(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
