import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { cycleQuery } from '../../api/cycles.js';
import { panelsOfCycleQuery } from '../../api/panel-reports.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { Challenges } from './challenges.js';
import { NamePanels } from './name-panels.js';
import { PanelSheet } from './panel-sheet.js';
import './panels.css';
import { RecordInterest } from './record-interest.js';
import { panelTexts } from './texts.js';

const route = getRouteApi('/signed-in/panels/$cycleId/$unitId');

/** The panels of a unit: who sits, who stood aside, how far they are; naming, replacing and answering for those who may. */
export function UnitPanelsPage(): ReactNode {
  const say = useTexts(panelTexts);
  const address = route.useParams();
  const { cycleId, unitId } = address;
  const { data: me } = useSuspenseQuery(meQuery);
  const cycle = useQuery(cycleQuery(cycleId));
  const query = useQuery(panelsOfCycleQuery(cycleId));
  const unit = cycle.data?.units.find((one) => one.unitId === unitId);
  const isOpen =
    unit?.state === 'planned' ||
    (unit?.state === 'collecting' && (unit.collectionClosesAt ?? Infinity) >= cycle.dataUpdatedAt);
  const isHr = hasRole(me, 'hr_officer');
  return (
    <Page
      title={
        unit === undefined ? say('titleNow') : say('title', { unit: unit.name, year: cycle.data?.year ?? '' })
      }
    >
      <p className="no-print">
        <Link to="/panels">{say('back')}</Link>
      </p>
      <Loaded query={query}>
        {({ items, accounts }) => {
          const panels = items.filter((panel) => panel.unitId === unitId);
          return (
            <>
              <Challenges
                panels={panels}
                accounts={accounts}
                mayAnswer={isOpen && hasRole(me, 'superior')}
                me={me.id}
              />
              {panels.length === 0 && <p className="sheet">{say('noPanels')}</p>}
              {panels.map((panel) => (
                <PanelSheet key={panel.id} panel={panel} accounts={accounts} mayReplace={isHr && isOpen} />
              ))}
              {isHr && isOpen && (
                <>
                  <NamePanels address={address} />
                  <RecordInterest address={address} />
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
