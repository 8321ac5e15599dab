import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { logHeadsQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './audit.css';
import { Bundle } from './bundle.js';
import { LogHeads } from './log-heads.js';
import { proofTexts } from './proof-texts.js';

const route = getRouteApi('/signed-in/audit/cycles/$cycleId');

/** What proves a cycle: the signed heads of its log, and the file with everything in it. */
export function ProofPage(): ReactNode {
  const say = useTexts(proofTexts);
  const { cycleId } = route.useParams();
  const query = useQuery(logHeadsQuery(cycleId));
  return (
    <Page title={say('title')}>
      <p className="row">
        <Link to="/audit" search={{ cycle: cycleId }}>
          {say('toCycle')}
        </Link>
        <code className="wrap-anywhere">{cycleId}</code>
      </p>
      <Bundle cycleId={cycleId} />
      <section className="sheet stack" aria-labelledby="proof-heads">
        <h2 id="proof-heads">{say('heads')}</h2>
        <p className="quiet">{say('headsHint')}</p>
        <Loaded query={query}>{(log) => <LogHeads log={log} />}</Loaded>
      </section>
    </Page>
  );
}
