import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { cycleQuery } from '../../api/cycles.js';
import { unitRecordsQuery } from '../../api/records.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { AdjustmentRecord } from './adjustment-record.js';
import { EvidenceRecord } from './evidence-record.js';
import './marking.css';
import { recordsTexts } from './records-texts.js';
import { RoutineRecord } from './routine-record.js';

const route = getRouteApi('/signed-in/records/$cycleId/$unitId');

/** What is on record for each person of a unit, and the forms that add to it while the unit collects. */
export function RecordsPage(): ReactNode {
  const say = useTexts(recordsTexts);
  const local = useLocalText();
  const id = useId();
  const address = route.useParams();
  const { cycleId, unitId } = address;
  const cycle = useQuery(cycleQuery(cycleId));
  const query = useQuery(unitRecordsQuery(address));
  const [chosen, setChosen] = useState<string>();
  const unit = cycle.data?.units.find((one) => one.unitId === unitId);
  const isOpen =
    unit === undefined ||
    (unit.state === 'collecting' && (unit.collectionClosesAt ?? Infinity) >= cycle.dataUpdatedAt);
  return (
    <Page title={say('title')}>
      <p className="row">
        <Link to="/marking">{say('back')}</Link>
        {unit !== undefined && (
          <span className="quiet">{say('of', { unit: unit.name, year: cycle.data?.year ?? '' })}</span>
        )}
      </p>
      <Loaded query={query}>
        {({ people, items }) => {
          const person = people.find(({ appraisalId }) => appraisalId === chosen) ?? people[0];
          if (person === undefined) return <p className="sheet">{say('nobody')}</p>;
          const record = { cycleId, person, isOpen };
          return (
            <>
              {!isOpen && <Alert type="info" showIcon title={say('locked')} />}
              <div className="sheet row">
                <div className="marking-who">
                  <label htmlFor={id}>{say('person')}</label>
                  <Select
                    id={id}
                    style={{ width: '100%' }}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={person.appraisalId}
                    onChange={setChosen}
                    options={people.map(({ appraisalId, name }) => ({ value: appraisalId, label: name }))}
                  />
                </div>
                <span className="quiet">{person.posts.map(local).join(' · ')}</span>
              </div>
              {/* What was typed for one person is not recorded for another. */}
              <RoutineRecord key={`routine ${person.appraisalId}`} {...record} />
              <AdjustmentRecord key={`adjustment ${person.appraisalId}`} {...record} items={items} />
              <EvidenceRecord key={`evidence ${person.appraisalId}`} {...record} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
