import type { Dimension, Part } from '@kaoji/domain/rulebook';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { Raters } from './raters.js';
import { useReading } from './reading.js';
import { Rule } from './rule.js';

/** What is appraised, by which parts, whose marks, and how much each weighs. */
export function DimensionsPart(): ReactNode {
  const say = useTexts(partTexts);
  const { rulebook } = useReading();
  return (
    <>
      {rulebook.dimensions.map((dimension) => (
        <DimensionRule key={dimension.id} dimension={dimension} />
      ))}
      <Rule rule={rulebook.dualPosts}>
        <p>{say(`combine.${rulebook.dualPosts.combine}`)}</p>
      </Rule>
    </>
  );
}

function DimensionRule({ dimension }: { readonly dimension: Dimension }): ReactNode {
  const say = useTexts(partTexts);
  const { named, list } = useReading();
  const { weight, sheets, missing, adjustments, bonusCap, deductionCap } = dimension;
  return (
    <>
      <Rule rule={dimension}>
        <p>
          {say('weighs', { weight })} {say(`missing.${missing}`)}
        </p>
        {bonusCap !== undefined && <p>{say('bonusCap', { points: bonusCap })}</p>}
        {deductionCap !== undefined && <p>{say('deductionCap', { points: deductionCap })}</p>}
      </Rule>
      <div className="within">
        {sheets.map(({ id, posts, parts }) => (
          <div key={id} className="stack">
            <p>
              <strong>
                {posts === 'all' ? say('forAllPosts') : say('forPosts', { posts: list(posts.map(named)) })}
              </strong>
            </p>
            {parts.map((part) => (
              <PartRule key={part.id} part={part} />
            ))}
          </div>
        ))}
        {adjustments.map((item) => (
          <Rule key={item.id} rule={item}>
            <p>{say(`points.${item.kind}`, { each: item.pointsEach, cap: item.cap })}</p>
            {item.evidenceRequired && <p>{say('needsEvidence')}</p>}
          </Rule>
        ))}
      </div>
    </>
  );
}

function PartRule({ part }: { readonly part: Part }): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook } = useReading();
  const { source, weight, missing, evidenceRequired, anchors } = part;
  const fact = source.kind === 'fact' ? rulebook.facts.find(({ id }) => id === source.fact) : undefined;
  return (
    <Rule rule={part}>
      <p>
        {say('weighs', { weight })} {say(`missing.${missing}`)} {evidenceRequired && say('needsEvidence')}
      </p>
      {source.kind === 'marks' && (
        <>
          <p>{say('marksTo', { max: source.max })}</p>
          <Raters raters={source.raters} />
        </>
      )}
      {source.kind === 'survey' && <p>{say('fromSurvey')}</p>}
      {source.kind === 'routine' && <p>{say('fromRoutine', { count: source.minPeriods })}</p>}
      {source.kind === 'fact' && (
        <p>
          {say('fromFact', { fact: fact === undefined ? source.fact : local(fact.title), max: source.max })}
        </p>
      )}
      {anchors !== undefined && (
        <>
          <p>{say('anchors')}</p>
          <ul>
            {anchors.map(({ atLeast, text }) => (
              <li key={atLeast}>{say('anchor', { score: atLeast, text: local(text) })}</li>
            ))}
          </ul>
        </>
      )}
    </Rule>
  );
}
