import type { ReactNode } from 'react';
import type { Trial } from '../../api/contests.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { useStepWords } from './step-words.js';
import { contestTexts } from './texts.js';

type Asked = Pick<Trial, 'before' | 'after' | 'steps'>;

/** A result before and after: grade, score, dimensions, and every step that differs, causes first. */
export function BeforeAfter({ before, after, steps }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  const local = useLocalText();
  const grade = useGradeWords();
  const words = useStepWords();
  const rows: readonly (readonly [string, string | null, string | null])[] = [
    [say('result'), grade(before.final), grade(after.final)],
    [say('composite'), before.composite, after.composite],
    ...steps.map((step) => [local(step.what), words(step.a), words(step.b)] as const),
  ];
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('difference')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('col.step')}</th>
            <th scope="col" className="number">
              {say('col.before')}
            </th>
            <th scope="col" className="number">
              {say('col.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, a, b], at) => (
            // Steps have no name of their own and never change places.
            <tr key={at}>
              <td>{what}</td>
              <td className="number">{a ?? '—'}</td>
              <td className={a === b ? 'number' : 'number contest-after'}>
                {b ?? '—'}
                {a === b && <span className="quiet"> {say('same')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
