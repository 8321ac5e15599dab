import type { Area, Community, Unit } from '@kaoji/application';

/** The demo subdistrict: its area, quota units and communities. */
export type DemoPlaces = {
  readonly area: Area;
  readonly units: readonly Unit[];
  readonly communities: readonly Community[];
};

/** Eight people a community as in real ones; larger demo years double that, so that residents' pages stay the smaller part. */
const peoplePerCommunity = (appraisees: number): number => (appraisees > 200 ? 16 : 8);
const PEOPLE_PER_LARGE_UNIT = 64;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const ordinal = (index: number): string => NUMERALS[index] ?? String(index + 1);

/**
 * Lays out places for so many appraisees: three units of two communities for 48, larger years grow by
 * units of 64. `areaId` prefixes every id, so two demo areas can share a database.
 */
export function demoPlaces(areaId: string, appraisees: number): DemoPlaces {
  const unitCount = Math.max(3, Math.ceil(appraisees / PEOPLE_PER_LARGE_UNIT));
  const perUnit = Math.ceil(appraisees / unitCount);
  const communitiesPerUnit = Math.max(1, Math.ceil(perUnit / peoplePerCommunity(appraisees)));
  const units = Array.from({ length: unitCount }, (_, unit) => ({
    id: `${areaId}-u${unit + 1}`,
    areaId,
    name: `演示第${ordinal(unit)}考核单元`,
  }));
  const communities = units.flatMap((unit, u) =>
    Array.from({ length: communitiesPerUnit }, (_, c) => ({
      id: `${unit.id}-c${c + 1}`,
      unitId: unit.id,
      name: `演示第${ordinal(u * communitiesPerUnit + c)}社区`,
    })),
  );
  return { area: { id: areaId, name: '演示街道' }, units, communities };
}
