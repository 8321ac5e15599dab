import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { GradeEffect } from '../rulebook/schema/scoring.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { holds } from './condition.js';
import type { DisciplineEffect } from './discipline.js';
import type { Facts } from './facts.js';
import { titleOf } from './sheet.js';

/** A rule beside the score that speaks of the grade: a veto, or the punishment that weighs heaviest. */
export type SpokenEffect = {
  readonly by: 'veto' | 'discipline';
  readonly rule: string;
  readonly clause: string | null;
  readonly title: LocalText;
  readonly effect: GradeEffect;
};

function fromDiscipline(rulebook: Rulebook, discipline: DisciplineEffect): SpokenEffect {
  const kind = discipline.considered[0]?.punishment;
  const title = rulebook.discipline.punishments.find(({ code }) => code === kind)?.title;
  return {
    by: 'discipline',
    rule: discipline.rule,
    clause: discipline.clause,
    title: title ?? { zh: discipline.rule, en: discipline.rule },
    effect: discipline.effect,
  };
}

/** Every effect that speaks for these facts: discipline first, then the vetoes in the order written. */
export function effectsThatSpeak(
  rulebook: Rulebook,
  facts: Facts,
  discipline: DisciplineEffect | null,
): readonly SpokenEffect[] {
  const vetoes = rulebook.vetoes
    .filter((veto) => holds(veto.when, facts))
    .map((veto): SpokenEffect => ({
      by: 'veto',
      rule: veto.id,
      clause: veto.clause ?? null,
      title: titleOf(veto),
      effect: veto.effect,
    }));
  return discipline === null ? vetoes : [fromDiscipline(rulebook, discipline), ...vetoes];
}
