import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useTexts } from '../../i18n/use-texts.js';
import { countTexts } from './count-texts.js';

/** What somebody should look at before confirming; nothing is dropped because of it. */
export function CountFlags({ flags }: { readonly flags: SurveyCount['count']['flags'] }): ReactNode {
  const say = useTexts(countTexts);
  const { straightLining, speeding, bursts } = flags;
  const raised = [
    ...(straightLining.raised
      ? [say('flag.straight', { of: straightLining.of, count: straightLining.count })]
      : []),
    ...(speeding.raised ? [say('flag.speed', { of: speeding.of, count: speeding.count })] : []),
    ...bursts.map(({ day, hour, count }) => say('flag.burst', { day, hour, count })),
  ];
  return (
    <section className="sheet stack no-print" aria-labelledby="count-flags">
      <h2 id="count-flags">{say('flags')}</h2>
      {raised.length === 0 ? (
        <p className="quiet">{say('flagsNone')}</p>
      ) : (
        <>
          <ul>
            {raised.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p className="quiet">{say('flagsHint')}</p>
        </>
      )}
    </section>
  );
}
