import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { deputiesQuery } from '../../api/acts.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { nameIn } from '../../parts/name-in.js';
import { Page } from '../../parts/page.js';
import { deputiesTexts } from './deputies-texts.js';
import { GiveDeputyForm } from './give-deputy-form.js';
import { GivenDeputy } from './given-deputy.js';

/** Who stands in for me and when, and whom I stand in for. */
export function DeputiesPage(): ReactNode {
  const say = useTexts(deputiesTexts);
  const { minute } = useInstants();
  const query = useQuery(deputiesQuery);
  return (
    <Page title={say('title')}>
      <Loaded query={query}>
        {(deputies) => {
          const { given, actsFor, possible } = deputies;
          const nameOf = nameIn(deputies);
          return (
            <>
              <section className="sheet stack" aria-labelledby="deputies-given">
                <h2 id="deputies-given">{say('given')}</h2>
                {given.length === 0 ? (
                  <p>{say('noneGiven')}</p>
                ) : (
                  <ul className="plain">
                    {given
                      .toSorted((one, other) => other.givenAt - one.givenAt)
                      .map((one) => (
                        <li key={one.id}>
                          <GivenDeputy deputy={one} name={nameOf(one.deputy)} />
                        </li>
                      ))}
                  </ul>
                )}
              </section>
              <GiveDeputyForm possible={possible} />
              <section className="sheet stack" aria-labelledby="deputies-for">
                <h2 id="deputies-for">{say('actsFor')}</h2>
                {actsFor.length === 0 ? (
                  <p>{say('noneFor')}</p>
                ) : (
                  <ul className="plain">
                    {actsFor.map(({ id, principal, fromAt, untilAt }) => (
                      <li key={id} className="task-row">
                        <strong>{nameOf(principal)}</strong>
                        <span>{say('span', { from: minute(fromAt), until: minute(untilAt) })}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
