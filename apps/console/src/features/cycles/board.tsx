import { Link } from '@tanstack/react-router';
import { memo, useCallback, type ReactNode } from 'react';
import type { CycleUnit } from '../../api/cycles.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { cyclesTexts } from './cycles-texts.js';
import { dueOf, isLate, peopleByStage, STAGES } from './stages.js';
import { stageTexts } from './texts.js';
import { WaitedFor } from './waited-for.js';
import { WindowedRows } from './windowed-rows.js';

type Asked = {
  readonly cycleId: string;
  readonly areaId: string;
  readonly units: readonly CycleUnit[];
  readonly onlyLate: boolean;
  readonly now: number;
};

/** Units by stages: each unit's people in the stage it is in, its due date, and whether that has passed. */
export function Board({ cycleId, areaId, units, onlyLate, now }: Asked): ReactNode {
  const say = useTexts(cyclesTexts);
  const sayStage = useTexts(stageTexts);
  const row = useCallback(
    (unit: CycleUnit, rowIndex: number) => (
      <UnitRow key={unit.unitId} {...{ cycleId, areaId, unit, rowIndex }} late={isLate(unit, now)} />
    ),
    [cycleId, areaId, now],
  );
  if (units.length === 0) return <p className="quiet">{say('noUnits')}</p>;
  const shown = onlyLate ? units.filter((unit) => isLate(unit, now)) : units;
  if (shown.length === 0) {
    return (
      <p>
        {say('noLate')}{' '}
        <Link to="/cycles/$cycleId" params={{ cycleId }}>
          {say('showAll')}
        </Link>
      </p>
    );
  }
  const totals = peopleByStage(shown);
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('boardLabel')}>
      <table className="table board" aria-rowcount={shown.length + 2}>
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col" className="number">
                {sayStage(stage)}
              </th>
            ))}
            <th scope="col" className="number">
              {say('waiting')}
            </th>
            <th scope="col" className="number">
              {say('latePeople')}
            </th>
            <th scope="col">{say('due')}</th>
          </tr>
        </thead>
        <WindowedRows rows={shown} columns={STAGES.length + 4} row={row} />
        <tfoot>
          <tr>
            <th scope="row">{say('total')}</th>
            {STAGES.map((stage) => (
              <td key={stage} className="number">
                {totals.get(stage) ?? 0}
              </td>
            ))}
            <td className="number">{sumOf(shown, 'waiting')}</td>
            <td className="number">{sumOf(shown, 'late')}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const sumOf = (units: readonly CycleUnit[], what: 'waiting' | 'late'): number =>
  units.reduce((sum, unit) => sum + unit[what], 0);

type Row = {
  readonly cycleId: string;
  readonly areaId: string;
  readonly unit: CycleUnit;
  readonly late: boolean;
  readonly rowIndex: number;
};

/** Drawn again only when its unit has moved. */
const UnitRow = memo(function UnitRow({ cycleId, areaId, unit, late, rowIndex }: Row): ReactNode {
  const say = useTexts(cyclesTexts);
  const sayStage = useTexts(stageTexts);
  const { minute } = useInstants();
  const { unitId, name, state, round, appraisals } = unit;
  const dueAt = dueOf(unit);
  const at = STAGES.indexOf(state);
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row">
        <Link to="/cycles/$cycleId/units/$unitId" params={{ cycleId, unitId }}>
          {name}
        </Link>
        <div className={late ? 'board-here mark late' : 'board-here mark'}>
          {say('here', { stage: sayStage(state), count: appraisals })}
        </div>
        {round > 1 && <div className="mark">{say('round', { count: round })}</div>}
        {unit.late > 0 && <div className="board-here mark late">{say('hereLate', { count: unit.late })}</div>}
      </th>
      {STAGES.map((stage, index) => (
        <td key={stage} className={`number ${index === at ? (late ? 'here late' : 'here') : 'gone'}`}>
          {index === at ? appraisals : index < at ? <span aria-hidden="true">✓</span> : null}
        </td>
      ))}
      <td className="number">
        <WaitedFor {...{ cycleId, areaId, unit }} />
      </td>
      <td className="number">
        <WaitedFor {...{ cycleId, areaId, unit }} late />
      </td>
      <td>
        {late && <span className="mark late">{say('late')}</span>} {dueAt === null ? '—' : minute(dueAt)}
      </td>
    </tr>
  );
});
