import type { ReactNode } from 'react';
import type { Result } from '../../api/results.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { statusTexts } from '../../parts/status-texts.js';
import { Clause } from '../../parts/clause.js';
import { useGradeWords } from '../../parts/grades.js';
import './appraisals.css';
import { dimensionTitles } from './dimension-titles.js';
import { appraisalTexts } from './texts.js';

/** The result in one look: grade, composite, the three dimensions, why, and what to know about it. */
export function Glance({ result }: { readonly result: Result }): ReactNode {
  const say = useTexts(appraisalTexts);
  const sayStatus = useTexts(statusTexts);
  const local = useLocalText();
  const grade = useGradeWords();
  const { minute } = useInstants();
  const { evaluation, written, rehearsal, status, acknowledged, notifiedAt } = result;
  const { provisional, final, composite, dimensions, line, flags } = evaluation;
  const titles = dimensionTitles(evaluation.derivation);
  return (
    <section className="sheet stack" aria-labelledby="result-glance">
      <div className="row">
        <h2 id="result-glance" className="unseen">
          {say('result')}
        </h2>
        <strong className="glance-grade">{local(written.result.title)}</strong>
        <span className="mark">{sayStatus(status)}</span>
        {rehearsal && <span className="mark warn">{say('rehearsal')}</span>}
        {notifiedAt !== null && <span className="quiet">{say('delivered', { at: minute(notifiedAt) })}</span>}
      </div>
      <dl className="glance-numbers" aria-label={say('dimensions')}>
        <div>
          <dt>{say('composite')}</dt>
          <dd>{composite ?? '—'}</dd>
        </div>
        {inOrderOf(titles, Object.entries(dimensions)).map(([code, score]) => {
          const title = titles.get(code);
          return (
            <div key={code}>
              <dt>{title === undefined ? code : local(title)}</dt>
              <dd>{score ?? '—'}</dd>
            </div>
          );
        })}
      </dl>
      <dl className="facts">
        <dt>{say('why')}</dt>
        <dd className="stack" style={{ gap: 0 }}>
          <span>{local(written.why)}</span>
          {written.clause !== null && <Clause clause={written.clause} />}
          {written.rule !== null && <span className="quiet">{say('rule', { rule: written.rule })}</span>}
          {provisional.grade !== final.grade && (
            <span>{say('provisional', { grade: grade(provisional) })}</span>
          )}
        </dd>
        {line !== null && (
          <>
            <dt>{say('line')}</dt>
            <dd>{local(line.why)}</dd>
          </>
        )}
        {flags.length > 0 && (
          <>
            <dt>{say('flags')}</dt>
            <dd>
              {flags.map(({ code, why }) => (
                <p key={code}>{local(why)}</p>
              ))}
              {acknowledged !== null && <p>{say('acknowledged', { reason: acknowledged.reason })}</p>}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** As the rulebook lists them; codes come back in the order of the alphabet. */
function inOrderOf<T>(
  titles: ReadonlyMap<string, unknown>,
  entries: readonly [string, T][],
): readonly [string, T][] {
  const order = [...titles.keys()];
  return entries.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
}
