import type { ConsequenceRule } from '@kaoji/domain/rulebook';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';
import { Rule } from './rule.js';

/** What follows from a result. */
export function ConsequencesPart(): ReactNode {
  const { rulebook } = useReading();
  return rulebook.consequences.map((rule) => <Consequence key={rule.id} rule={rule} />);
}

function Consequence({ rule }: { readonly rule: ConsequenceRule }): ReactNode {
  const say = useTexts(partTexts);
  const { named, condition, list } = useReading();
  const { results, when, unless, streak, adverse, gate, force } = rule;
  return (
    <Rule rule={rule}>
      <p className="row">
        <span>{say('follows', { results: list(results.map(named)) })}</span>
        {adverse && <span className="mark late">{say('adverse')}</span>}
        <span className="mark">{say(`force.${force}`)}</span>
      </p>
      {streak !== undefined && (
        <p>{say(`streak.${streak.kind}`, { results: list(streak.of.map(named)), count: streak.years })}</p>
      )}
      {when !== undefined && <p>{say('when', { when: condition(when) })}</p>}
      {unless !== undefined && <p>{say('unless', { when: condition(unless.when) })}</p>}
      {gate !== undefined && (
        <p>
          {say('behind')} <a href={`#${gate}`}>{gate}</a>
        </p>
      )}
    </Rule>
  );
}

/** What must be on record before a consequence that hurts may be confirmed. */
export function GatesPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, named, list } = useReading();
  if (rulebook.gates.length === 0) return <p className="quiet">{say('noneOfIt')}</p>;
  return rulebook.gates.map((gate) => (
    <Rule key={gate.id} rule={gate}>
      <p>
        {gate.categories === 'all'
          ? say('forAll')
          : say('forCategories', { categories: list(gate.categories.map(named)) })}
      </p>
      <ul>
        {gate.requires.map(({ record, title, categories }) => (
          <li key={record}>
            {local(title)}
            {categories !== undefined && (
              <span className="quiet"> {say('onlyFor', { categories: list(categories.map(named)) })}</span>
            )}
          </li>
        ))}
      </ul>
    </Rule>
  ));
}

/** The appraisal at the end of a term, where the rulebook has one. */
export function TermPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, condition } = useReading();
  const { term } = rulebook;
  if (term === undefined) return <p className="quiet">{say('noneOfIt')}</p>;
  const result = (code: string): string => {
    const found = term.results.find((one) => one.code === code);
    return found === undefined ? code : local(found.title);
  };
  return (
    <>
      <Rule rule={term}>
        {term.when !== undefined && <p>{say('when', { when: condition(term.when) })}</p>}
      </Rule>
      {term.rules.map((rule) => (
        <Rule key={rule.id} rule={rule}>
          <p>{say('ifThen', { when: condition(rule.when), then: result(rule.result) })}</p>
        </Rule>
      ))}
      <Rule rule={term.otherwise} title={say('termOtherwise')} />
      {term.consequences.map((rule) => (
        <Consequence key={rule.id} rule={rule} />
      ))}
    </>
  );
}
