import type { UnitCase } from '../evaluate/unit-case.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { appraiseeWith, caseWith, type AppraiseeInput, type CaseInput } from './builders.js';
import { diceOf, type Dice } from './dice.js';

const GRADES = ['excellent', 'competent', 'basically_competent', 'incompetent'] as const;

function marksFor(
  dice: Dice,
  rulebook: Rulebook,
  id: string,
  posts: readonly string[],
): AppraiseeInput['marks'] {
  const parts = rulebook.dimensions.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.parts));
  // Raters mostly agree on a person, so that several people end up with exactly the same composite.
  const level = dice.pick(['9.5', '9.5', '9.5', '9', '8', '6']);
  return parts
    .flatMap(({ id: partId, source }) => {
      const roles =
        source.kind === 'marks'
          ? source.raters.map(({ role }) => role)
          : source.kind === 'survey' && rulebook.survey?.fallbackRole !== undefined
            ? [rulebook.survey.fallbackRole]
            : [];
      return roles.flatMap((role) =>
        (posts.length > 1 && dice.chance(50) ? posts : [undefined]).flatMap((post) =>
          Array.from({ length: dice.chance(8) ? 0 : 2 + dice.below(4) }, (_, rater) => ({
            part: partId,
            role,
            rater: `rater-zz-${rater}`,
            value:
              source.kind === 'survey'
                ? String(85 + dice.below(15))
                : dice.chance(85)
                  ? level
                  : dice.pick(['10', '9', '8', '7.25']),
            ...(post === undefined ? {} : { post }),
          })),
        ),
      );
    })
    .filter(({ rater }) => rater !== id);
}

function seededAppraisee(dice: Dice, rulebook: Rulebook, id: string, unit: string): AppraiseeInput {
  const posts = dice.chance(15) ? ['worker', 'specialist'] : [dice.pick(['worker', 'worker', 'head'])];
  const items = rulebook.dimensions.flatMap(({ adjustments }) => adjustments.map((item) => item.id));
  const valid = dice.below(30);
  return appraiseeWith(id, {
    unit,
    posts,
    facts: {
      front_line: dice.chance(40),
      refused: dice.chance(6),
      investigated: dice.chance(6),
      maternity: dice.chance(10),
      leave_days: dice.below(12),
      ...(dice.chance(60) ? { measured: `${5 + dice.below(2)}.5` } : {}),
    },
    punishments: dice.chance(15)
      ? [
          {
            kind: dice.pick(['warning', 'demerit']),
            year: 2025 - dice.below(3),
            linkedToDuty: dice.chance(50),
          },
        ]
      : [],
    marks: marksFor(dice, rulebook, id, posts),
    adjustments: items
      .filter(() => dice.chance(30))
      .map((item) => ({ item, times: dice.below(4), evidence: dice.chance(60) ? ['e1'] : [] })),
    ...(dice.chance(70)
      ? {
          survey: {
            issued: 40,
            valid,
            satisfied: dice.chance(70) ? valid : dice.below(valid + 1),
            ordinary: Math.max(0, valid - dice.below(8)),
            assisted: Math.floor((valid * (valid % 6)) / 10),
            ...(valid % 2 === 0 ? { population: 40 + 10 * valid } : {}),
          },
        }
      : {}),
    routine: ['q1', 'q2', 'q3']
      .slice(dice.below(4))
      .map((period) => ({ period, value: `${88 + dice.below(12)}.5` })),
    earlier: dice.chance(50) ? [{ year: 2024, result: dice.pick(GRADES) }] : [],
  });
}

/** A valid case for the rulebook: several units, some pooled, with ties, gaps and special people. */
export function seededCase(seed: number, rulebook: Rulebook, people = 12): UnitCase {
  const dice = diceOf(seed ^ 0x5bd1e995);
  const units: CaseInput['units'] = Array.from({ length: 1 + dice.below(3) }, (_, at) => ({
    id: `u${at + 1}`,
    headcount: 3 + dice.below(12),
    facts: { unit_merit: dice.chance(40), unit_grade: dice.pick(['good', 'good', 'poor']) },
    ...(dice.chance(60) ? { pool: 'pool' } : {}),
  }));
  const appraisees = Array.from({ length: people }, (_, at) =>
    seededAppraisee(dice, rulebook, `p${at}`, units[dice.below(units.length)]?.id ?? 'u1'),
  );
  return caseWith(appraisees, { units, seed: `seed-${seed}` });
}
