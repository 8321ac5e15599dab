import { caseErrors, type Rulebook } from '@kaoji/domain';
import type { Community, Unit } from '../../ports/records.js';
import type { GradeHistory } from '../decisions/grade-history.js';
import type { NumberedEntry, RosterEntry } from './roster-entry.js';
import type { RowFault } from './row-fault.js';

/** What a roster is checked against. */
export type RosterPlaces = {
  readonly units: readonly Unit[]; // of the cycle
  readonly communities: readonly Community[]; // of those units
  readonly knownPeople: ReadonlySet<string>; // person ids that exist, among those the roster names
  readonly onRoster: ReadonlySet<string>; // person ids already in this cycle
  /** What is on record of the people the roster names, with what it says itself. */
  readonly histories: ReadonlyMap<string, GradeHistory>;
};
export type PlacedEntry = NumberedEntry & { readonly unitId: string; readonly communityId: string };

/**
 * Every fault of a roster: unknown or ambiguous units and communities, unknown people, people twice, and
 * what the rulebook does not know (posts, categories, facts, punishments, earlier results). Earlier years on record
 * are filled in; where they disagree with the row, or with each other, the row has a fault and nothing is chosen.
 */
export function checkRoster(
  rulebook: Rulebook,
  year: number,
  places: RosterPlaces,
  entries: readonly NumberedEntry[],
): { readonly placed: readonly PlacedEntry[]; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const placed = entries.map((numbered) => place(places, numbered, (fault) => void faults.push(fault)));
  faults.push(...duplicates(places, entries), ...ruleFaults(rulebook, year, placed));
  return { placed, faults: faults.sort((a, b) => a.row - b.row) };
}

type Report = (fault: RowFault) => void;

function place(places: RosterPlaces, numbered: NumberedEntry, report: Report): PlacedEntry {
  const { row, entry } = numbered;
  const fault = (column: string, code: string, message: string, messageZh: string) =>
    report({ row, column, code, message, messageZh });
  const units = places.units.filter(({ id, name }) => id === entry.unit || name === entry.unit);
  const [unit] = units;
  if (entry.unit !== '' && unit === undefined) {
    fault('unit', 'UNIT_UNKNOWN', 'no such unit in this cycle', '本次考核没有这个单位');
  }
  if (units.length > 1)
    fault('unit', 'UNIT_AMBIGUOUS', 'several units have this name: use the id', '单位重名，请填编号');
  const communities = places.communities.filter(
    ({ id, name, unitId }) => unitId === unit?.id && (id === entry.community || name === entry.community),
  );
  const [community] = communities;
  if (unit !== undefined && entry.community !== '' && community === undefined) {
    fault('community', 'COMMUNITY_UNKNOWN', 'no such community in this unit', '该单位没有这个社区');
  }
  if (communities.length > 1) {
    fault(
      'community',
      'COMMUNITY_AMBIGUOUS',
      'several communities have this name: use the id',
      '社区重名，请填编号',
    );
  }
  if (entry.personRef === undefined && entry.name === undefined) {
    fault('personRef', 'PERSON_MISSING', 'give a person reference, or a name', '请填人员编号或姓名');
  }
  if (entry.personRef !== undefined && entry.name !== undefined) {
    fault(
      'personRef',
      'PERSON_AMBIGUOUS',
      'give either a person reference or a name',
      '人员编号与姓名只填其一',
    );
  }
  if (entry.personRef !== undefined && !places.knownPeople.has(entry.personRef)) {
    fault('personRef', 'PERSON_UNKNOWN', 'nobody has this reference', '没有这个人员编号');
  }
  // A year the row itself names twice is its own fault, reported with the rulebook's.
  const twice = new Set(entry.earlier.map(({ year }) => year)).size < entry.earlier.length;
  const known = twice ? undefined : places.histories.get(entry.personRef ?? '');
  for (const { year, results } of known?.disagreements ?? []) {
    const sources = results.map(({ source }) => source).join(', ');
    fault(
      'earlier',
      'EARLIER_DISAGREES',
      `the results known of ${year} disagree (${sources})`,
      `${year} 年度结果来源不一致（${sources}）`,
    );
  }
  const earlier = known?.history.map(({ year, result }) => ({ year, result })) ?? entry.earlier;
  const filled = { ...entry, earlier };
  return { row, entry: filled, unitId: unit?.id ?? '', communityId: community?.id ?? '' };
}

function duplicates(places: RosterPlaces, entries: readonly NumberedEntry[]): readonly RowFault[] {
  const firstRow = new Map<string, number>();
  return entries.flatMap(({ row, entry }): RowFault[] => {
    const key = personKey(entry);
    if (key === null) return [];
    const column = entry.personRef === undefined ? 'name' : 'personRef';
    if (entry.personRef !== undefined && places.onRoster.has(entry.personRef)) {
      const message = 'this person is on the roster of this cycle already';
      return [{ row, column, code: 'DUPLICATE_APPRAISEE', message, messageZh: '此人已在本次考核名册中' }];
    }
    const first = firstRow.get(key);
    if (first === undefined) {
      firstRow.set(key, row);
      return [];
    }
    const message = `the same person as in row ${first}`;
    return [{ row, column, code: 'DUPLICATE_ROW', message, messageZh: `与第 ${first} 行是同一人` }];
  });
}

/** Two people may share a name; a name and a phone they do not share. */
function personKey(entry: RosterEntry): string | null {
  if (entry.personRef !== undefined) return `ref ${entry.personRef}`;
  if (entry.name === undefined) return null;
  return `new ${entry.name} ${(entry.phone ?? '').replace(/[ -]/g, '')}`;
}

function ruleFaults(rulebook: Rulebook, year: number, placed: readonly PlacedEntry[]): readonly RowFault[] {
  const errors = caseErrors(rulebook, {
    format: 'kaoji-case/1',
    year,
    seed: 'unused',
    units: [],
    appraisees: placed.map(({ row, entry, unitId }) => ({
      id: `row-${row}`,
      unit: unitId,
      posts: [...entry.posts],
      category: entry.category,
      facts: { ...entry.facts },
      punishments: [...entry.punishments],
      marks: [],
      adjustments: [],
      routine: [],
      earlier: [...entry.earlier],
    })),
  });
  return errors.flatMap(({ code, path, message }): RowFault[] => {
    const match = /^appraisees\.(\d+)\.(\w+)(?:\.(\w+))?/.exec(path);
    const row = placed[Number(match?.[1])]?.row;
    if (row === undefined || match?.[2] === 'unit') return []; // units are checked above, against the cycle
    const column = match?.[2] === 'facts' ? (match[3] ?? 'facts') : (match?.[2] ?? 'personRef');
    return [{ row, column, code, message, messageZh: zhOf(code) }];
  });
}

const ZH: Readonly<Record<string, string>> = {
  POST_UNKNOWN: '规则手册没有这个岗位',
  POST_DUPLICATE: '岗位重复',
  CATEGORY_UNKNOWN: '规则手册没有这个类别',
  FACT_MISSING: '此项必填',
  FACT_TYPE: '填写的类型不对',
  FACT_UNKNOWN: '规则手册没有这一项',
  FACT_OUT_OF_SCALE: '数值超出量程',
  PUNISHMENT_UNKNOWN: '规则手册没有这种处分',
  EARLIER_RESULT_UNKNOWN: '规则手册没有这种结果',
  EARLIER_YEAR_INVALID: '年份须早于考核年度且不重复',
};

function zhOf(code: string): string {
  return ZH[code] ?? '不符合规则手册';
}
