import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { coverageQuery, type Coverage } from '../../api/surveys.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { Due } from '../../parts/due.js';
import { Loaded } from '../../parts/loaded.js';
import { CoverageBars } from './coverage-bars.js';
import { CoverageStrata } from './coverage-strata.js';
import { coverageTexts } from './coverage-texts.js';
import { channelTexts } from './state-texts.js';

/** What came in against what the rulebook asks of a sample, and what the end of the time would do. */
export function CoverageSection({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useTexts(coverageTexts);
  const query = useQuery(coverageQuery(campaignId));
  return (
    <section className="sheet stack" aria-labelledby="survey-coverage">
      <h2 id="survey-coverage">{say('title')}</h2>
      <Loaded query={query}>
        {(coverage) => (
          <>
            <Reading coverage={coverage} />
            {coverage.received !== null && <CoverageBars coverage={coverage} received={coverage.received} />}
            <CoverageStrata coverage={coverage} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Reading({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const say = useTexts(coverageTexts);
  const sayChannel = useTexts(channelTexts);
  const { reading, closing, rule, due, step } = coverage;
  if (reading === null) return <p>{say('destroyed')}</p>;
  return (
    <>
      <p className="row">
        <span className={reading.valid ? 'mark good' : 'mark warn'}>
          {say(reading.valid ? 'valid' : 'notValid')}
        </span>
        {reading.reason !== null && <span>{say(reading.reason)}</span>}
      </p>
      {due !== null && <Due {...due} />}
      {closing !== null && (
        <p>
          {say(`closing.${closing}`, { days: rule?.extendWorkingDays ?? 0 })}{' '}
          {closing === 'extends' && (rule?.secondChannel ?? null) !== null && (
            <>{say('second', { channel: sayChannel(rule?.secondChannel ?? 'slip') })}</>
          )}
        </p>
      )}
      {step !== null && <p className="quiet">{say('steps', { step })}</p>}
      {rule === null && <p>{say('noRule')}</p>}
      {rule !== null && rule.clause !== null && (
        <p>
          <Clause clause={rule.clause} />
        </p>
      )}
    </>
  );
}
