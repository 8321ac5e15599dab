import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Input, Select } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { unitListQuery } from '../../api/deliberation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ActsLog } from '../../parts/acts-log.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { CalibrationTable } from './calibration-table.js';
import { Distribution } from './distribution.js';
import { toggled, type Move } from './moves.js';
import { movesTexts } from './moves-texts.js';
import { ProposeMoves } from './propose-moves.js';
import { QuotaSentence } from './quota-sentence.js';
import { SHOWN, type Shown } from './quota-line.js';
import { RaterHabits } from './rater-habits.js';
import { RoundChanges } from './round-changes.js';
import { calibrationTexts } from './texts.js';
import { useReturnTurn } from './use-return-turn.js';

const route = getRouteApi('/signed-in/calibration/$cycleId/$unitId');

/** A unit's list as a table with the quota line, what moved, how grades and raters are spread, and what was done. */
export function CalibrationPage(): ReactNode {
  const say = useTexts(calibrationTexts);
  const address = route.useParams();
  const query = useQuery(unitListQuery(address));
  const [shown, setShown] = useState<Shown>('all');
  const [named, setNamed] = useState('');
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [isSent, setSent] = useState(false);
  const sayMove = useTexts(movesTexts);
  const mine = useReturnTurn(address);
  const toggle = useCallback((move: Move): void => {
    setSent(false);
    setMoves((before) => toggled(before, move));
  }, []);
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
                <div className="row no-print">
                  <Input
                    className="calibration-find"
                    aria-label={sayMove('find')}
                    placeholder={sayMove('find')}
                    allowClear
                    value={named}
                    onChange={({ target }) => setNamed(target.value)}
                  />
                  <Select<Shown>
                    aria-label={say('show')}
                    value={shown}
                    onChange={setShown}
                    popupMatchSelectWidth={false}
                    options={SHOWN.map((value) => ({ value, label: say(`show.${value}`) }))}
                  />
                </div>
              </div>
              <QuotaSentence sheet={list.sheet} />
              {mine !== null && <p className="quiet no-print">{sayMove('hint')}</p>}
              {isSent && <Alert type="success" showIcon role="status" title={sayMove('sent')} />}
              <CalibrationTable
                list={list}
                shown={shown}
                named={named}
                moves={mine === null ? null : moves}
                onToggle={toggle}
              />
            </section>
            {mine !== null && moves.length > 0 && (
              <ProposeMoves
                address={address}
                mine={mine}
                moves={moves}
                onToggle={toggle}
                onCancel={() => setMoves([])}
                onDone={() => {
                  setMoves([]);
                  setSent(true);
                }}
              />
            )}
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
