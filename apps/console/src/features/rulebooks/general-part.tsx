import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { partTexts } from './part-texts.js';
import { useReading } from './reading.js';

/** What it is, where it comes from, and its grades, posts, categories and roles. */
export function GeneralPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, list } = useReading();
  const titles = (those: readonly { readonly title: { zh: string; en: string } }[]): string =>
    list(those.map(({ title }) => local(title)));
  return (
    <dl className="facts">
      <dt>{say('source')}</dt>
      <dd>{local(rulebook.source)}</dd>
      <dt>{say('grades')}</dt>
      <dd>{titles(rulebook.grades)}</dd>
      <dt>{say('posts')}</dt>
      <dd>{titles(rulebook.posts)}</dd>
      <dt>{say('categories')}</dt>
      <dd>{titles(rulebook.categories)}</dd>
      <dt>{say('roles')}</dt>
      <dd>{titles(rulebook.roles)}</dd>
    </dl>
  );
}

/** What is known of a person or a unit before anything is marked, and what is added up from it. */
export function FactsPart(): ReactNode {
  const say = useTexts(partTexts);
  const local = useLocalText();
  const { rulebook, list } = useReading();
  const titleOf = (id: string): string => {
    const fact = rulebook.facts.find((one) => one.id === id);
    return fact === undefined ? id : local(fact.title);
  };
  return (
    <details>
      <summary>{say('factsCount', { count: rulebook.facts.length })}</summary>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('part.facts')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('fact')}</th>
              <th scope="col">{say('factOf')}</th>
              <th scope="col">{say('factDefault')}</th>
            </tr>
          </thead>
          <tbody>
            {rulebook.facts.map(({ id, title, scope, default: usual, optional }) => (
              <tr key={id}>
                <th scope="row" className="wrap">
                  {local(title)} <code className="quiet">{id}</code>
                </th>
                <td>{say(`scope.${scope}`)}</td>
                <td>
                  {usual === undefined
                    ? say(optional ? 'mayBeUnknown' : 'mustBeSaid')
                    : typeof usual === 'boolean'
                      ? say(usual ? 'yes' : 'no')
                      : String(usual)}
                </td>
              </tr>
            ))}
            {rulebook.computedFacts.map(({ id, title, scope, sumOf, clause }) => (
              <tr key={id} id={id}>
                <th scope="row" className="wrap">
                  {local(title)} <code className="quiet">{id}</code>
                </th>
                <td>{say(`scope.${scope}`)}</td>
                <td>
                  {say('sumOf', { facts: list(sumOf.map(titleOf)) })}
                  {clause !== undefined && <div className="quiet">{clause}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
