import type { LineReason } from '../evaluate/evaluation.js';
import { titleOf } from '../evaluate/sheet.js';
import type { LocalText } from '../rulebook/schema/text.js';
import type { QuotaPerson } from './quota-base.js';
import { placesAlike, precedence, type Ranking, type RankingRule } from './ranking.js';

function ruleName(rule: RankingRule, by: string): LocalText {
  if (by === 'composite') return { zh: '综合得分', en: 'composite score' };
  if (by === 'grade') return { zh: '拟定档次', en: 'provisional grade' };
  if (by === 'tie') return { zh: '各项规则均相同，交由人工研究', en: 'a tie no rule breaks, left to people' };
  const step = rule.quota.tieBreaks.find(({ id }) => id === by);
  return step === undefined ? { zh: by, en: by } : titleOf(step);
}

function reasonFor(
  rule: RankingRule,
  person: QuotaPerson,
  rank: number,
  seats: number,
  neighbour: { readonly person: QuotaPerson; readonly rank: number } | null,
): LineReason {
  const side = rank <= seats ? 'in' : 'out';
  if (neighbour === null) {
    const why = { zh: `排第${rank}位，本单位没有名额`, en: `ranked ${rank}; the unit has no seat` };
    return { rank, seats, side, decidedBy: 'seats', why };
  }
  const { by } = precedence(rule, person, neighbour.person);
  const name = ruleName(rule, by);
  const why = {
    zh: `排第${rank}位，名额${seats}个；与第${neighbour.rank}位相比，由“${name.zh}”分出，在名额线${side === 'in' ? '内' : '外'}`,
    en: `ranked ${rank} for ${seats} seats; against rank ${neighbour.rank} decided by ${name.en}: ${side === 'in' ? 'inside' : 'outside'} the line`,
  };
  return { rank, seats, side, decidedBy: by, why };
}

function sameStanding(a: QuotaPerson, b: QuotaPerson): boolean {
  return a.grade === b.grade && a.facts.get('composite') === b.facts.get('composite');
}

/**
 * Reasons for everyone within one step of the line: the last in, the first out, and all who have the same
 * grade and composite as one of them. Each is told what separates them from the nearest person on the other
 * side. No line is drawn when everybody has a seat.
 */
export function lineReasons(
  rule: RankingRule,
  ranking: Ranking,
  seats: number,
): ReadonlyMap<string, LineReason> {
  if (ranking.ids.length <= seats) return new Map();
  const firstOut = { person: ranking.personAt(seats), rank: seats + 1 };
  const lastIn = seats === 0 ? null : { person: ranking.personAt(seats - 1), rank: seats };
  const [, to] = placesAlike(ranking, seats, sameStanding);
  const [from] = placesAlike(ranking, Math.max(0, seats - 1), sameStanding);
  return new Map(
    Array.from({ length: to - from + 1 }, (_, step) => {
      const rank = from + step + 1;
      const person = ranking.personAt(rank - 1);
      return [person.id, reasonFor(rule, person, rank, seats, rank <= seats ? firstOut : lastIn)];
    }),
  );
}
