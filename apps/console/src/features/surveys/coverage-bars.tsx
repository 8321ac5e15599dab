import type { ReactNode } from 'react';
import type { Coverage } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Bar, shareOf } from './bar.js';
import { coverageTexts } from './coverage-texts.js';

type Asked = { readonly coverage: Coverage; readonly received: number };

/** The three things a sample is asked for, each as a bar with the line it must reach or stay under. */
export function CoverageBars({ coverage, received }: Asked): ReactNode {
  const say = useTexts(coverageTexts);
  const { rule, step } = coverage;
  const ordinary = coverage.ordinary ?? 0;
  const assisted = coverage.assisted ?? 0;
  if (rule === null) return null;
  const { minValid, minOrdinaryShare, assistedMaxShare } = rule;
  const how = step === null ? 'exact' : 'words';
  const issued = coverage.strata.reduce((sum, one) => sum + one.issued, 0);
  const scale = Math.max(issued, received, minValid);
  return (
    <div className="stack">
      <Bar
        label={say('enough')}
        words={say(`enough.${how}`, { count: received, min: minValid })}
        fill={shareOf(received, scale)}
        line={shareOf(minValid, scale)}
        short={received < minValid}
      />
      <Bar
        label={say('ordinary')}
        words={say(received === 0 ? 'ordinary.none' : `ordinary.${how}`, {
          ...{ count: ordinary, of: received, min: minOrdinaryShare },
        })}
        fill={shareOf(ordinary, received)}
        line={minOrdinaryShare}
        short={coverage.reading?.reason === 'too_few_ordinary'}
      />
      {assistedMaxShare !== null && (
        <Bar
          label={say('assisted')}
          words={say(received === 0 ? 'assisted.none' : `assisted.${how}`, {
            ...{ count: assisted, of: received, max: assistedMaxShare },
          })}
          fill={shareOf(assisted, received)}
          line={assistedMaxShare}
          short={coverage.reading?.reason === 'too_many_assisted'}
        />
      )}
      <p className="quiet">{say('line')}</p>
    </div>
  );
}
