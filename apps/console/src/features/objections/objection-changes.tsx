import type { ReactNode } from 'react';
import type { Objection } from '../../api/objections.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { objectionTexts } from './texts.js';

type Asked = {
  readonly changes: Objection['changes'];
  readonly nameOf: (appraisalId: string) => string;
};

/** What the list says after an objection was upheld, beside what it said before. */
export function ObjectionChanges({ changes, nameOf }: Asked): ReactNode {
  const say = useTexts(objectionTexts);
  const grade = useGradeWords();
  const result = (one: Objection['changes'][number]['before']): string =>
    one === null ? '—' : `${grade({ status: 'graded', grade: one.grade })} ${one.composite ?? ''}`;
  if (changes.length === 0) return <p className="quiet">{say('noChanges')}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('changes')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say('col.name')}</th>
            <th scope="col">{say('col.before')}</th>
            <th scope="col">{say('col.after')}</th>
            <th scope="col">{say('col.cause')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ appraisalId, before, after, cause }) => (
            <tr key={appraisalId}>
              <th scope="row">{nameOf(appraisalId)}</th>
              <td>{result(before)}</td>
              <td>{result(after)}</td>
              <td>{say(`cause.${cause}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
