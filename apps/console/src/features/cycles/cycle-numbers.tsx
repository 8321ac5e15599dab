import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { summaryQuery } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import { Loaded } from '../../parts/loaded.js';
import { cyclesTexts } from './cycles-texts.js';

/** A cycle in numbers, as the service counts them. */
export function CycleNumbers({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(cyclesTexts);
  const gradeWords = useGradeWords();
  const query = useQuery(summaryQuery(cycleId));
  return (
    <section className="sheet stack" aria-labelledby="cycle-numbers">
      <h2 id="cycle-numbers">{say('numbers')}</h2>
      <Loaded query={query}>
        {({ appraisals, left, byGrade, ungraded, commentOnly, held, undecided, surveyResponses }) => {
          const grades = Object.entries(byGrade).map(
            ([grade, count]) => [gradeWords({ status: 'graded', grade }), count] as const,
          );
          const others = (
            [
              ['ungraded', ungraded],
              ['commentOnly', commentOnly],
              ['held', held],
              ['undecided', undecided],
              ['left', left],
            ] as const
          ).flatMap(([key, count]) => (count === 0 ? [] : [[say(key), count] as const]));
          return (
            <dl className="numbers">
              {[
                [say('appraisals'), appraisals] as const,
                ...grades,
                ...others,
                [say('responses'), surveyResponses] as const,
              ].map(([what, count]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
          );
        }}
      </Loaded>
      <p className="quiet">{say('numbersHint')}</p>
    </section>
  );
}
