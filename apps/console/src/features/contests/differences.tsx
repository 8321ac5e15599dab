import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { contestDifferenceQuery, type Contest } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { BeforeAfter } from './before-after.js';
import { contestTexts } from './texts.js';

/** What the contest made of the result, each time it changed it. Nothing to say before an outcome. */
export function Differences({ contest }: { readonly contest: Contest }): ReactNode {
  const say = useTexts(contestTexts);
  const isDecided = contest.outcome !== null;
  const query = useQuery({ ...contestDifferenceQuery(contest.id), enabled: isDecided });
  if (!isDecided) return null;
  return (
    <section className="sheet stack" aria-labelledby="contest-difference">
      <h2 id="contest-difference">{say('difference')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say('noDifference')}</p>
          ) : (
            <>
              {items.map(({ seq, stage, before, after, steps }) => (
                <div key={seq} className="stack">
                  {items.length > 1 && <h3>{say(`stage.${stage}`)}</h3>}
                  <BeforeAfter before={before} after={after} steps={steps} />
                </div>
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
