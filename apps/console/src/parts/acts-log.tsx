import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { actsQuery, type ListAddress } from '../api/acts.js';
import { useInstants } from '../i18n/instants.js';
import { useTexts } from '../i18n/use-texts.js';
import { Loaded } from './loaded.js';
import { actsLogTexts } from './acts-log-texts.js';
import { nameIn } from './name-in.js';
import { verbTexts } from './verb-texts.js';

/** Every act on the lists of this unit: who, when, for whom, why. Acts are only ever added. */
export function ActsLog({ address }: { readonly address: ListAddress }): ReactNode {
  const say = useTexts(actsLogTexts);
  const sayVerb = useTexts(verbTexts);
  const { minute } = useInstants();
  const query = useQuery(actsQuery(address));
  return (
    <section className="sheet stack" aria-labelledby="list-acts">
      <h2 id="list-acts">{say('acts')}</h2>
      <Loaded query={query}>
        {(log) => {
          const nameOf = nameIn(log);
          if (log.items.length === 0) return <p className="quiet">{say('noActs')}</p>;
          return (
            <ol className="plain">
              {log.items.map(({ id, round, verb, actBy, onBehalfOf, actAt, reason, target }) => (
                <li key={id} className="task-row">
                  <div className="row">
                    <strong>{nameOf(actBy)}</strong>
                    <span>{verb === 'challenge' ? verb : sayVerb(verb)}</span>
                    {target.to !== undefined && <span>→ {target.to.map(nameOf).join('、')}</span>}
                    {onBehalfOf !== null && <span>{say('act.for', { name: nameOf(onBehalfOf) })}</span>}
                    <span className="mark">{say('round', { round })}</span>
                    <time className="quiet" dateTime={new Date(actAt).toISOString()}>
                      {minute(actAt)}
                    </time>
                  </div>
                  {reason !== null && <p className="wrap-anywhere">{say('act.reason', { reason })}</p>}
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}
