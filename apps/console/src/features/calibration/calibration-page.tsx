import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { unitListQuery } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ActsLog } from '../../parts/acts-log.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { CalibrationTable } from './calibration-table.js';
import { Distribution } from './distribution.js';
import { QuotaSentence } from './quota-sentence.js';
import { SHOWN, type Shown } from './quota-line.js';
import { RaterHabits } from './rater-habits.js';
import { RoundChanges } from './round-changes.js';
import { calibrationTexts } from './texts.js';

const route = getRouteApi('/signed-in/calibration/$cycleId/$unitId');

/** A unit's list as a table with the quota line, what moved, how grades and raters are spread, and what was done. */
export function CalibrationPage(): ReactNode {
  const say = useTexts(calibrationTexts);
  const address = route.useParams();
  const query = useQuery(unitListQuery(address));
  const [shown, setShown] = useState<Shown>('all');
  return (
    <Page
      title={say('title')}
      actions={
        <Link className="no-print" to="/lists/$cycleId/$unitId" params={address}>
          {say('toAct')}
        </Link>
      }
    >
      <Loaded query={query}>
        {(list) => (
          <>
            <section className="sheet stack" aria-labelledby="calibration-table">
              <div className="row spread">
                <h2 id="calibration-table">{say('tableTitle', { count: list.people.length })}</h2>
                <Select<Shown>
                  className="no-print"
                  aria-label={say('show')}
                  value={shown}
                  onChange={setShown}
                  popupMatchSelectWidth={false}
                  options={SHOWN.map((value) => ({ value, label: say(`show.${value}`) }))}
                />
              </div>
              <QuotaSentence sheet={list.sheet} />
              <CalibrationTable list={list} shown={shown} />
            </section>
            <RoundChanges list={list} />
            <div className="calibration-plots">
              <Distribution people={list.people} />
              <RaterHabits address={address} />
            </div>
          </>
        )}
      </Loaded>
      <ActsLog address={address} />
    </Page>
  );
}
