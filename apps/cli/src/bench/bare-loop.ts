import { drawKey, type Columns } from '@kaoji/domain';
import { PEERS, PEOPLE_PER_UNIT, SUPERVISORS } from './engine-year.js';

// The rulebook of the bench, written out by hand: weight of each indicator within the composite x 10000.
const INDICATORS = [1500, 1500, 1000, 800, 800, 600, 400, 400, 2100, 900] as const;
const SATISFACTION = [7, 3] as const; // the last two indicators
const KEPT = PEERS - 2;
// supervisor mean x 60 + peer mean x 40, over one denominator
const FROM_SUPERVISOR = 60 * KEPT;
const FROM_PEER = 40 * SUPERVISORS;
const WHOLE = 100 * SUPERVISORS * KEPT;
const BANDS = [90, 75, 60] as const; // excellent, competent, basically competent; below: incompetent
const INCOMPETENT = 3;
const CAP = [1, 5] as const;

function supervised(marks: Int32Array, person: number): number {
  let sum = 0;
  for (let at = person * SUPERVISORS; at < (person + 1) * SUPERVISORS; at += 1) sum += marks[at] as number;
  return sum;
}

function trimmed(marks: Int32Array, person: number): number {
  let sum = 0;
  let least = 1000;
  let most = 0;
  for (let at = person * PEERS; at < (person + 1) * PEERS; at += 1) {
    const mark = marks[at] as number;
    sum += mark;
    if (mark < least) least = mark;
    if (mark > most) most = mark;
  }
  return sum - least - most;
}

function seatUnit(
  columns: Columns,
  totals: Float64Array,
  grades: Int8Array,
  unit: number,
  from: number,
  to: number,
): void {
  const wants: number[] = [];
  for (let person = from; person < to; person += 1) if (grades[person] === 0) wants.push(person);
  const seats = Math.floor(((to - from) * CAP[0]) / CAP[1]);
  if (wants.length <= seats) return;
  const key = (person: number) =>
    drawKey(columns.seed, columns.units[unit]?.id ?? '', columns.ids[person] ?? '');
  wants.sort((a, b) => (totals[b] as number) - (totals[a] as number) || (key(a) < key(b) ? -1 : 1));
  for (let rank = seats; rank < wants.length; rank += 1) grades[wants[rank] as number] = 1;
}

/**
 * The limit: the bare arithmetic of the bench's one rulebook in a loop over typed arrays, with everything it
 * could know known beforehand. No rules as data, no missing marks, no reasons. Whole numbers, so the grades
 * are exact and can be held against the engine's.
 */
export function bareLoop(columns: Columns): Int8Array {
  const count = columns.ids.length;
  const totals = new Float64Array(count);
  const grades = new Int8Array(count);
  const marks = columns.slots.map((slot) => slot.marks);
  for (let person = 0; person < count; person += 1) {
    let total = 0;
    let satisfaction = 0;
    for (let at = 0; at < 10; at += 1) {
      const supervisor = supervised(marks[2 * at] as Int32Array, person);
      const peer = trimmed(marks[2 * at + 1] as Int32Array, person);
      const points = supervisor * FROM_SUPERVISOR + peer * FROM_PEER;
      total += points * (INDICATORS[at] as number);
      if (at >= 8) satisfaction += points * (SATISFACTION[at - 8] as number);
    }
    totals[person] = total;
    let grade = INCOMPETENT;
    for (let band = INCOMPETENT - 1; band >= 0; band -= 1) {
      if (total >= (BANDS[band] as number) * WHOLE * 10_000) grade = band;
    }
    grades[person] = satisfaction < 60 * WHOLE * 10 ? INCOMPETENT : grade;
  }
  for (let unit = 0; unit * PEOPLE_PER_UNIT < count; unit += 1) {
    seatUnit(
      columns,
      totals,
      grades,
      unit,
      unit * PEOPLE_PER_UNIT,
      Math.min(count, (unit + 1) * PEOPLE_PER_UNIT),
    );
  }
  return grades;
}
