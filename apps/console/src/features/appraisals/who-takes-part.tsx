import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  challengeMember,
  decidersQuery,
  ownPanelsQuery,
  requestRecusal,
  type Challenge,
} from '../../api/own-year.js';
import { codeOf } from '../../api/problem.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { RecusalRow } from './recusal-row.js';
import { yearTexts } from './year-texts.js';

/** Everybody with a say in my result, each of whom I may ask to stand aside. */
export function WhoTakesPart({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const say = useTexts(yearTexts);
  const local = useLocalText();
  const panels = useQuery(ownPanelsQuery(appraisalId));
  const deciders = useQuery(decidersQuery(appraisalId));
  return (
    <section className="sheet stack" aria-labelledby="year-people">
      <h2 id="year-people">{say('people')}</h2>
      <p className="quiet">{say('peopleHint')}</p>
      <Loaded query={panels}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{say('noPanels')}</p>}
            {items.map(({ panelId, partTitle, members }) => (
              <People
                key={panelId}
                title={say('panels', { part: local(partTitle) })}
                people={members}
                ask={(challenge, key) => challengeMember(panelId, { ...challenge, appraisalId }, key)}
              />
            ))}
          </>
        )}
      </Loaded>
      {codeOf(deciders.error) === 'STAGE_NOT_OPEN' ? (
        <p>{say('noDeciders')}</p>
      ) : (
        <Loaded query={deciders}>
          {({ deciders: people }) => (
            <People
              title={say('deciders')}
              people={people}
              ask={(challenge, key) => requestRecusal(appraisalId, challenge, key)}
            />
          )}
        </Loaded>
      )}
    </section>
  );
}

type Asked = {
  readonly title: string;
  readonly people: readonly { readonly account: string; readonly name: string }[];
  readonly ask: (challenge: Challenge, key: string) => Promise<unknown>;
};

function People({ title, people, ask }: Asked): ReactNode {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain">
        {people.map(({ account, name }) => (
          <li key={account}>
            <RecusalRow account={account} name={name} ask={ask} />
          </li>
        ))}
      </ul>
    </div>
  );
}
