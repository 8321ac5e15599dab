import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { publicHeadsQuery } from '../../api/public.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { CompareRoot } from './compare-root.js';
import { HeadsTable } from './heads-table.js';
import { logTexts } from './log-texts.js';

const route = getRouteApi('/public/log/$cycleId');
const VERIFYING = ['verify.keep', 'verify.compare', 'verify.bundle', 'verify.tool'] as const;

/** The log of one cycle as a citizen may hold us to it: the latest root, how to compare a root one kept, how to verify. */
export function LogPage(): ReactNode {
  const say = useTexts(logTexts);
  const { minute } = useInstants();
  const { cycleId } = route.useParams();
  const query = useQuery(publicHeadsQuery(cycleId));
  return (
    <Page title={say('oneTitle')}>
      <p>
        <Link to="/log">{say('back')}</Link>
      </p>
      <p>{say('what')}</p>
      <Loaded query={query}>
        {(log) => {
          const latest = log.heads.at(-1);
          if (latest === undefined) return <p className="sheet">{say('noHead')}</p>;
          return (
            <>
              <section className="sheet stack" aria-labelledby="log-latest">
                <h2 id="log-latest">{say('latest')}</h2>
                <dl className="facts">
                  <dt>{say('origin')}</dt>
                  <dd>{log.origin}</dd>
                  <dt>{say('size')}</dt>
                  <dd>{latest.size}</dd>
                  <dt>{say('root')}</dt>
                  <dd>
                    <code>{latest.root}</code>
                  </dd>
                  <dt>{say('at')}</dt>
                  <dd>{minute(latest.at)}</dd>
                </dl>
                <details>
                  <summary>{say('checkpoint')}</summary>
                  <p className="quiet">{say('checkpointHint')}</p>
                  <pre className="public-note" tabIndex={0} role="group" aria-label={say('checkpoint')}>
                    {latest.note}
                  </pre>
                </details>
              </section>
              <CompareRoot heads={log.heads} />
              <section className="sheet stack" aria-labelledby="log-verify">
                <h2 id="log-verify">{say('verify')}</h2>
                <ol className="public-steps">
                  {VERIFYING.map((step) => (
                    <li key={step}>{say(step)}</li>
                  ))}
                </ol>
                <pre className="public-note" tabIndex={0} role="group" aria-label={say('command')}>
                  kaoji audit verify bundle.zip
                </pre>
              </section>
              <HeadsTable log={log} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
