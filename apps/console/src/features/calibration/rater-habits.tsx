import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import type { ListAddress } from '../../api/acts.js';
import { panelReportQuery, panelsOfCycleQuery } from '../../api/panel-reports.js';
import { codeOf } from '../../api/problem.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { RaterPlot } from './rater-plot.js';
import { calibrationTexts } from './texts.js';

/** How members of the unit's panels mark next to each other, for those who may read it and once no mark is secret. */
export function RaterHabits({ address }: { readonly address: ListAddress }): ReactNode {
  const { data: me } = useSuspenseQuery(meQuery);
  if (!hasRole(me, 'hr_officer', 'superior', 'auditor')) return null;
  return <Reports address={address} />;
}

function Reports({ address: { cycleId, unitId } }: { readonly address: ListAddress }): ReactNode {
  const say = useTexts(calibrationTexts);
  const panels = useQuery(panelsOfCycleQuery(cycleId));
  const own = panels.data?.items.filter((panel) => panel.unitId === unitId) ?? [];
  const reports = useQueries({ queries: own.map(({ id }) => panelReportQuery(id)) });
  return (
    <section className="sheet stack" aria-labelledby="calibration-raters">
      <h2 id="calibration-raters">{say('raters')}</h2>
      <p className="quiet">{say('ratersHint')}</p>
      <Loaded query={panels}>
        {() =>
          own.length === 0 ? (
            <p>{say('noPanels')}</p>
          ) : (
            <>
              {reports.map((report, at) =>
                codeOf(report.error) === 'PANEL_BLIND' ? (
                  <p key={own[at]?.id}>{say('blind')}</p>
                ) : (
                  <Loaded key={own[at]?.id} query={report}>
                    {(shown) => <RaterPlot report={shown} />}
                  </Loaded>
                ),
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
