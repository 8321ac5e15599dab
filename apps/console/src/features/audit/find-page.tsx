import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { auditedCyclesQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './audit.css';
import { auditTexts } from './audit-texts.js';
import { CyclePeople } from './cycle-people.js';

const route = getRouteApi('/signed-in/audit');

/** Where an auditor begins: a cycle, what proves it, who looked, and any appraisal of it. */
export function FindPage(): ReactNode {
  const say = useTexts(auditTexts);
  const { cycle } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(auditedCyclesQuery);
  return (
    <Page title={say('title')}>
      <Loaded query={query}>
        {({ items }) => {
          const cycles = items.toSorted((one, other) => other.year - one.year);
          const chosen = cycles.find(({ id }) => id === cycle) ?? cycles[0];
          if (chosen === undefined) return <p className="sheet">{say('noCycles')}</p>;
          return (
            <>
              <div className="row">
                <Select
                  className="audit-choice"
                  aria-label={say('cycle')}
                  value={chosen.id}
                  onChange={(id) => void navigate({ search: { cycle: id }, replace: true })}
                  options={cycles.map(({ id, year, run, key }) => ({
                    value: id,
                    label: `${say('year', { year })} · ${run === 'live' ? key : `${key} · ${say('rehearsal')}`}`,
                  }))}
                />
                <Link to="/audit/cycles/$cycleId" params={{ cycleId: chosen.id }}>
                  {say('proof')}
                </Link>
                <Link to="/audit/cycles/$cycleId/access" params={{ cycleId: chosen.id }}>
                  {say('access')}
                </Link>
              </div>
              <CyclePeople key={chosen.id} cycleId={chosen.id} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
