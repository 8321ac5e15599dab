import { demoPlaces, type DemoPlaces } from './demo-places.js';
import { DEMO_MARK, type DemoPerson, type SpecialCase } from './demo-person.js';
import { seededInteger } from './seeded.js';
import { circumstancesOf } from './special-facts.js';

export type DemoYear = { readonly places: DemoPlaces; readonly people: readonly DemoPerson[] };

/** Which seat of which unit (0-based) carries which special case; the rest are ordinary people. */
const SEATS: Readonly<Record<number, readonly (readonly [seat: number, special: SpecialCase])[]>> = {
  0: [
    [0, 'satisfaction_floor'],
    [3, 'tie_on_line'],
    [4, 'tie_on_line'],
    [7, 'first_job'],
    [9, 'missing_rater'],
    [11, 'second_year_basic'],
    [13, 'refusal'],
  ],
  1: [
    [2, 'other_unit_service'],
    [4, 'secondment'],
    [6, 'long_leave'],
    [8, 'maternity_leave'],
    [10, 'investigation'],
    [12, 'investigation_closed'],
    [15, 'joiner'],
  ],
  2: [
    [1, 'two_punishments'],
    [5, 'dual_posts'],
    [7, 'second_year_incompetent'],
    [9, 'contest'],
    [11, 'leaver'],
    [13, 'signature_refused'],
  ],
};

/** Clear front runners by unit: two before the tie, and one more than the seats of the raised and the lowered unit. */
const FRONT_RUNNERS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 14],
  1: [1, 3, 5, 9, 14],
  2: [0, 2, 14],
};
const POSTS = [
  'grid_worker',
  'service_staff',
  'committee_member',
  'grid_worker',
  'service_staff',
  'deputy',
  'grid_worker',
  'secretary',
];

/** The people of the demo year: the same area, size, seed and year give the same people, word for word. */
export function demoYear(areaId: string, appraisees: number, seed: string, year: number): DemoYear {
  const places = demoPlaces(areaId, appraisees);
  const perUnit = Math.ceil(appraisees / places.units.length);
  const people = Array.from({ length: appraisees }, (_, index) => {
    const unit = Math.floor(index / perUnit);
    return demoPerson(places, perUnit, seed, year, index, unit, index % perUnit);
  });
  return { places, people };
}

function demoPerson(
  places: DemoPlaces,
  perUnit: number,
  seed: string,
  year: number,
  index: number,
  unit: number,
  seat: number,
): DemoPerson {
  const unitId = places.units[unit]?.id ?? '';
  const communities = places.communities.filter((community) => community.unitId === unitId);
  const perCommunity = Math.ceil(perUnit / communities.length);
  const communityId =
    communities[Math.min(Math.floor(seat / perCommunity), communities.length - 1)]?.id ?? '';
  const special = SEATS[unit]?.find(([at]) => at === seat)?.[1] ?? null;
  const id = `${places.area.id}-p${String(index + 1).padStart(4, '0')}`;
  const front = special === null && (FRONT_RUNNERS[unit] ?? [1, 14]).includes(seat);
  const ordinary = {
    level: front ? 97 : seededInteger(seed, `${id}/level`, 78, 93),
    satisfiedPercent: front ? 98 : seededInteger(seed, `${id}/satisfied`, 80, 93),
  };
  const own = special === null ? {} : circumstancesOf(special, year);
  const posts = own.posts ?? [POSTS[seat % POSTS.length] ?? 'grid_worker'];
  const [level, spread] = [own.level ?? ordinary.level, own.spread ?? 2];
  const visits = posts.includes('grid_worker') ? { visit_coverage: visited(seed, id, level, spread) } : {};
  const of = communityId === places.communities[0]?.id ? 250 : 60;
  return {
    id,
    name: `${DEMO_MARK}${String(index + 1).padStart(3, '0')}`,
    unitId,
    communityId,
    posts,
    category: seat === 15 ? 'elected' : 'contract',
    facts: { ...visits, ...own.facts },
    punishments: own.punishments ?? [],
    earlier: own.earlier ?? { [year - 1]: 'competent' },
    level,
    spread,
    satisfaction: own.satisfaction ?? {
      satisfied: Math.round((of * (own.satisfiedPercent ?? ordinary.satisfiedPercent)) / 100),
      of,
    },
    special,
  };
}

/** The measured share of households, as good as the year: it strays from the level no further than the marks do. */
function visited(seed: string, id: string, level: number, spread: number): string {
  return String(Math.min(100, level + seededInteger(seed, `${id}/visits`, -spread, spread)));
}
