import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Rule } from './rule.js';

/** From score to grade; each end says whether it is included. */
export function BandsPart(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook, named } = useReading();
  return rulebook.bands.map((band) => (
    <Rule key={band.id} rule={band}>
      <p>
        {say('band', {
          grade: named(band.grade),
          from: say(band.from.includes ? 'from' : 'above', { score: band.from.value }),
          to: say(band.to.includes ? 'upTo' : 'below', { score: band.to.value }),
        })}
      </p>
    </Rule>
  ));
}

/** How many seats, what raises and lowers them, who stands outside, and who comes first when scores are equal. */
export function QuotaPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, named, condition, share, list } = useReading();
  const { quota } = rulebook;
  const by = (id: string): string => {
    const dimension = rulebook.dimensions.find((one) => `score.${one.id}` === id);
    return dimension === undefined ? id : local(dimension.title);
  };
  return (
    <>
      <Rule rule={quota}>
        <p>
          {say('quota', {
            grades: list(quota.grades.map(named)),
            share: share(quota.cap),
            base: say(`base.${quota.base}`),
          })}{' '}
          {say(`rounding.${quota.rounding}`)} {say(`whenBoth.${quota.whenBoth}`)}
        </p>
      </Rule>
      <div className="within">
        {(['raised', 'lowered'] as const).flatMap((list) =>
          quota[list].map((rule) => (
            <Rule key={rule.id} rule={rule}>
              <p>{say(`quota.${list}`, { when: condition(rule.when), share: share(rule.cap) })}</p>
            </Rule>
          )),
        )}
        {(['excludes', 'refusals'] as const).flatMap((kind) => {
          const rule = quota[kind];
          return rule === undefined ? (
            []
          ) : (
            <Rule key={rule.id} rule={rule}>
              <p>{say(`quota.${kind}`, { when: condition(rule.when) })}</p>
            </Rule>
          );
        })}
      </div>
      <h3 id="tie-breaks">{say('tieBreaks')}</h3>
      <ol className="within tie-breaks" aria-labelledby="tie-breaks">
        {quota.tieBreaks.map((tie) => (
          <li key={tie.id}>
            <Rule rule={tie}>
              {'prefer' in tie && <p>{say('prefer', { when: condition(tie.prefer) })}</p>}
              {'by' in tie && <p>{say(`tie.${tie.direction}`, { by: by(tie.by) })}</p>}
              {'draw' in tie && <p>{say('draw')}</p>}
            </Rule>
          </li>
        ))}
      </ol>
    </>
  );
}
