import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { serviceStateQuery, type ServiceState } from '../../api/operation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Failures } from './failures.js';
import { Pending } from './pending.js';
import { Queues } from './queues.js';
import { serviceTexts } from './service-texts.js';

/** Versions, what waits to be done by the service itself, and what failed. */
export function Service(): ReactNode {
  const say = useTexts(serviceTexts);
  const query = useQuery(serviceStateQuery);
  return (
    <>
      <section className="sheet stack" aria-labelledby="operation-queues">
        <div className="row spread">
          <h2 id="operation-queues">{say('queues')}</h2>
          <TemporalLink url={query.data?.temporalUi ?? null} />
        </div>
        <Loaded query={query}>
          {(state) => (
            <>
              <Pending state={state} />
              {state.engine === null ? (
                <p>{say('engineSilent')}</p>
              ) : (
                <>
                  <Queues queues={state.engine.queues} />
                  <Failures engine={state.engine} />
                </>
              )}
            </>
          )}
        </Loaded>
      </section>
      <section className="sheet stack" aria-labelledby="operation-versions">
        <h2 id="operation-versions">{say('versions')}</h2>
        <Loaded query={query}>{(state) => <Versions state={state} />}</Loaded>
      </section>
    </>
  );
}

/** Only an address of the web: whoever configured another gets no link. */
function TemporalLink({ url }: { readonly url: string | null }): ReactNode {
  const say = useTexts(serviceTexts);
  if (url === null || !/^https?:/.test(url)) return null;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {say('temporalUi')}
    </a>
  );
}

function Versions({ state: { versions, engine } }: { readonly state: ServiceState }): ReactNode {
  const say = useTexts(serviceTexts);
  const builds = [...new Set(engine?.queues.flatMap((queue) => queue.builds) ?? [])];
  const facts = [
    ['kaoji', versions.kaoji],
    ['build', builds.join(', ')],
    ['engine', engine?.version],
    ['sdk', versions.sdk],
    ['node', versions.node],
    ['database', versions.database],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([what, version]) => (
        <div key={what} className="fact">
          <dt>{say(what)}</dt>
          <dd>
            {version === undefined || version === null || version === '' ? (
              <span className="quiet">{say(what === 'build' ? 'noBuild' : 'silent')}</span>
            ) : (
              version
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
