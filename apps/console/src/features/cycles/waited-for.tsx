import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CycleUnit } from '../../api/cycles.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useAbility } from '../../session/ability.js';
import { cyclesTexts } from './cycles-texts.js';

type Asked = {
  readonly cycleId: string;
  readonly areaId: string;
  readonly unit: CycleUnit;
  /** Only those with something overdue. */
  readonly late?: true;
};

/** How many people of a unit are waited for, and the way to who they are for those who may know. */
export function WaitedFor({ cycleId, areaId, unit, late }: Asked): ReactNode {
  const say = useTexts(cyclesTexts);
  const ability = useAbility();
  const { unitId, name } = unit;
  const count = late === true ? unit.late : unit.waiting;
  if (count === 0 || ability.cannot('waiting.follow', { areaId, unitId })) return count;
  return (
    <Link
      to="/cycles/$cycleId/waiting"
      params={{ cycleId }}
      search={late === true ? { unitId, late } : { unitId }}
      aria-label={say(late === true ? 'lateOf' : 'waitingOf', { unit: name, count })}
    >
      {count}
    </Link>
  );
}
