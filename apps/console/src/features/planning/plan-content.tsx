import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { planRulebookQuery } from '../../api/planning.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { draftTexts } from './draft-texts.js';
import { useListing } from './listing.js';

/** What the plan fixed when it was made. */
export function PlanContent({
  cycle: { rulebookHash, units, drawSeed },
}: {
  readonly cycle: Cycle;
}): ReactNode {
  const say = useTexts(draftTexts);
  const local = useLocalText();
  const list = useListing();
  const { data: rulebook } = useQuery(planRulebookQuery(rulebookHash));
  return (
    <section className="sheet stack" aria-labelledby="plan-content">
      <h2 id="plan-content">{say('planned')}</h2>
      <dl className="facts">
        <dt>{say('rulebook')}</dt>
        <dd>{rulebook === undefined ? rulebookHash : `${local(rulebook.title)} ${rulebook.version}`}</dd>
        <dt>{say('units')}</dt>
        <dd>
          {say('unitCount', { count: units.length })}
          {': '}
          {list(units.map(({ name }) => name))}
        </dd>
        <dt>{say('seed')}</dt>
        <dd>
          <code>{drawSeed}</code>
        </dd>
      </dl>
    </section>
  );
}
