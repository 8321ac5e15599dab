import { getRouteApi } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useId, type ReactNode } from 'react';
import type { CycleUnit } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { TASK_KINDS, taskKindTexts } from '../../parts/task-kind-texts.js';
import type { WaitingSearch } from './routes.js';
import { waitingTexts } from './waiting-texts.js';

const route = getRouteApi('/signed-in/cycles/$cycleId/waiting');

/** Which unit, which kind, and whether only what is late: all of it stands in the address. */
export function WaitingFilters({ units }: { readonly units: readonly CycleUnit[] }): ReactNode {
  const say = useTexts(waitingTexts);
  const sayKind = useTexts(taskKindTexts);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const [unitField, kindField] = [useId(), useId()];
  const choose = (change: { [K in keyof WaitingSearch]: WaitingSearch[K] | undefined }): void => {
    const next = { ...filter, ...change };
    const search = Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined),
    ) as WaitingSearch;
    void navigate({ search, replace: true });
  };
  return (
    <div className="row waiting-filters">
      <label htmlFor={unitField}>{say('unit')}</label>
      <select
        id={unitField}
        value={filter.unitId ?? ''}
        onChange={({ target }) => choose({ unitId: target.value === '' ? undefined : target.value })}
      >
        <option value="">{say('allUnits')}</option>
        {units.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={kindField}>{say('kind')}</label>
      <select
        id={kindField}
        value={filter.kind ?? ''}
        onChange={({ target }) => choose({ kind: TASK_KINDS.find((kind) => kind === target.value) })}
      >
        <option value="">{say('allKinds')}</option>
        {TASK_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {sayKind(kind)}
          </option>
        ))}
      </select>
      <Checkbox
        checked={filter.late === true}
        onChange={({ target }) => choose({ late: target.checked ? true : undefined })}
      >
        {say('onlyLate')}
      </Checkbox>
    </div>
  );
}
