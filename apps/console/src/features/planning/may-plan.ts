import { useAbility } from '../../session/ability.js';

/** Whether whoever is signed in plans the years of an area; null: of any. */
export function useMayPlan(areaId: string | null): boolean {
  const ability = useAbility();
  return ability.can('cycle.plan', areaId === null ? 'place' : { areaId, unitId: 'whole_area' });
}
