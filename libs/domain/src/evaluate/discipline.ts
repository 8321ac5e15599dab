import { Refusal } from '../refusal.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { GradeEffect } from '../rulebook/schema/scoring.js';
import { effectText } from './grade-effect.js';
import type { Punishment } from './unit-case.js';

type Row = Rulebook['discipline']['rows'][number];

/** One punishment that still speaks in the year: the row of the table, the year of the row, and its effect. */
export type ConsideredPunishment = {
  readonly punishment: string;
  readonly decidedIn: number;
  readonly yearsAfter: number; // 0 in the year it was decided
  readonly rule: string;
  readonly clause: string | null;
  readonly effect: GradeEffect;
};

export type DisciplineEffect = {
  readonly effect: GradeEffect;
  readonly rule: string;
  readonly clause: string | null;
  /** Every punishment that speaks this year, the one that counts first. */
  readonly considered: readonly ConsideredPunishment[];
};

function rowFor(rulebook: Rulebook, punishment: Punishment): Row {
  const { rows, punishments } = rulebook.discipline;
  const mine = rows.filter(
    (row) =>
      row.punishment === punishment.kind &&
      (row.linkedToDuty === undefined || row.linkedToDuty === punishment.linkedToDuty),
  );
  // A row that says whether the offence was linked to duty is the more special one.
  const row = mine.find(({ linkedToDuty }) => linkedToDuty !== undefined) ?? mine[0];
  if (row === undefined) {
    const declared = punishments.some(({ code }) => code === punishment.kind);
    const fault = declared ? 'has no row in the discipline table' : 'is not a declared kind of punishment';
    throw new Refusal('PUNISHMENT_UNKNOWN', `"${punishment.kind}" ${fault}`, { kind: punishment.kind });
  }
  return row;
}

/**
 * What punishments do to the grade of `year`, or null when none speaks: each has the effect its row gives
 * for so many years after it was decided, and of several the one later in `severity` counts (N6 Art 43).
 * Equally heavy ones: the later decided, then the one listed first. A punishment decided after `year` is
 * left out. Refuses `PUNISHMENT_UNKNOWN`.
 */
export function disciplineEffect(
  rulebook: Rulebook,
  punishments: readonly Punishment[],
  year: number,
): DisciplineEffect | null {
  const weight = new Map(rulebook.discipline.severity.map((effect, index) => [effectText(effect), index]));
  const considered = punishments
    .flatMap((punishment): ConsideredPunishment[] => {
      const row = rowFor(rulebook, punishment);
      const yearsAfter = year - punishment.year;
      const effect = row.years[yearsAfter];
      if (effect === undefined) return [];
      const { kind, year: decidedIn } = punishment;
      const clause = row.clause ?? rulebook.discipline.clause ?? null;
      return [{ punishment: kind, decidedIn, yearsAfter, rule: row.id, clause, effect }];
    })
    .sort(
      (a, b) =>
        (weight.get(effectText(b.effect)) ?? -1) - (weight.get(effectText(a.effect)) ?? -1) ||
        b.decidedIn - a.decidedIn,
    );
  const [heaviest] = considered;
  if (heaviest === undefined) return null;
  return { effect: heaviest.effect, rule: heaviest.rule, clause: heaviest.clause, considered };
}
