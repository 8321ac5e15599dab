import { lazy, Suspense, useCallback, useMemo, type ReactNode } from 'react';
import type { ListPerson } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useGradeWords } from '../../parts/grades.js';
import type { Colours } from './chart.js';
import { gradeCounts } from './grade-counts.js';
import { calibrationTexts } from './texts.js';

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }));

/** How many have which grade, before the quota and after it: as a picture and in numbers. */
export function Distribution({ people }: { readonly people: readonly ListPerson[] }): ReactNode {
  const say = useTexts(calibrationTexts);
  const grade = useGradeWords();
  const counts = useMemo(() => gradeCounts(people, grade), [people, grade]);
  const option = useCallback(
    ({ ink, quiet, line, accent, warn }: Colours) => ({
      legend: { textStyle: { color: ink }, top: 0 },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: counts.map(({ word }) => word), axisLabel: { color: quiet } },
      yAxis: {
        ...{ type: 'value', minInterval: 1, axisLabel: { color: quiet } },
        splitLine: { lineStyle: { color: line } },
      },
      series: [
        {
          ...{ type: 'bar', name: say('col.provisional'), color: warn },
          data: counts.map(({ before }) => before),
        },
        { type: 'bar', name: say('col.final'), color: accent, data: counts.map(({ after }) => after) },
      ],
    }),
    [counts, say],
  );
  if (people.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="calibration-grades">
      <h2 id="calibration-grades">{say('distribution')}</h2>
      <Suspense fallback={<div className="calibration-chart" />}>
        <Chart label={say('distributionPicture')} option={option} />
      </Suspense>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="calibration-grades">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.grade')}</th>
              <th scope="col" className="number">
                {say('col.provisional')}
              </th>
              <th scope="col" className="number">
                {say('col.final')}
              </th>
            </tr>
          </thead>
          <tbody>
            {counts.map(({ word, before, after }) => (
              <tr key={word}>
                <th scope="row">{word}</th>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
