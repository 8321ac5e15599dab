import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { tryCorrections, type Correction } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { BeforeAfter } from './before-after.js';
import { contestTexts } from './texts.js';
import { TouchedPeople } from './touched-people.js';

type Asked = { readonly contestId: string; readonly corrections: readonly Correction[] };

/** What the corrections would come to, and for whom else; nothing is kept. */
export function TrialSheet({ contestId, corrections }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  // What was tried is shown as long as it is what would be sent.
  const asked = JSON.stringify(corrections);
  const tried = useMutation({
    mutationFn: async () => ({ of: asked, found: await tryCorrections(contestId, [...corrections]) }),
  });
  const found = tried.data?.of === asked ? tried.data.found : null;
  return (
    <section className="sheet stack" aria-labelledby="contest-trial">
      <h2 id="contest-trial">{say('trial')}</h2>
      <p className="quiet">{say(corrections.length === 0 ? 'trialNeeds' : 'trialHint')}</p>
      {tried.error !== null && <ProblemNotice fault={tried.error} />}
      <div>
        <Button loading={tried.isPending} disabled={corrections.length === 0} onClick={() => tried.mutate()}>
          {say('doTrial')}
        </Button>
      </div>
      {found !== null && (
        <div className="stack" role="status">
          <p>
            <span className={found.changed ? 'mark good' : 'mark warn'}>
              {say(found.spared ? 'trialSpared' : found.changed ? 'trialChanged' : 'trialSame')}
            </span>
          </p>
          {found.spared && <p>{say('spared')}</p>}
          <BeforeAfter before={found.before} after={found.recomputed} steps={found.steps} />
          <TouchedPeople trial={found} />
        </div>
      )}
    </section>
  );
}
