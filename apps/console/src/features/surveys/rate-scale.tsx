import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';

type Shown = SurveyCount['shown'];
type Asked = {
  readonly rate: NonNullable<Shown['people'][number]['rate']>;
  readonly lines: Shown['lines'];
};

/** A rate as a dot, its interval as a bar, lines across both. The service's own texts are the lengths: nothing is computed. */
export function RateScale({ rate: { at, low, high }, lines }: Asked): ReactNode {
  return (
    <>
      <div className="survey-scale" aria-hidden="true">
        {lines.map((line) => (
          <div key={`${line.at} ${line.title.zh}`} className="survey-limit" style={{ left: line.at }} />
        ))}
        <div className="survey-interval" style={{ left: low, right: `calc(100% - ${high})` }} />
        <div className="survey-point" style={{ left: at }} />
      </div>
      <span className="quiet survey-ends">
        {low} – {high}
      </span>
    </>
  );
}
