import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { bandOf } from './band.js';
import type { Decision } from './evaluation.js';
import type { Score } from './score.js';
import { titleOf } from './sheet.js';
import type { SpokenEffect } from './veto.js';

const OUTCOMES: Readonly<Record<'held' | 'comment_only' | 'ungraded', LocalText>> = {
  held: { zh: '暂不确定档次', en: 'held: no grade until it is settled' },
  comment_only: { zh: '只写评语，不确定档次', en: 'comment only, no grade' },
  ungraded: { zh: '不确定档次', en: 'no grade' },
};

function gradeTitle(rulebook: Rulebook, code: string): LocalText {
  return rulebook.grades.find((grade) => grade.code === code)?.title ?? { zh: code, en: code };
}

function byEffect(rulebook: Rulebook, effect: SpokenEffect): Decision {
  const shared = { by: effect.by, rule: effect.rule, clause: effect.clause };
  const { zh, en } = effect.title;
  if ('outcome' in effect.effect) {
    const { outcome } = effect.effect;
    const words = OUTCOMES[outcome];
    const why = { zh: `${zh}：${words.zh}`, en: `${en}: ${words.en}` };
    return { ...shared, status: outcome, grade: null, why };
  }
  const forced = 'force' in effect.effect;
  const grade = 'force' in effect.effect ? effect.effect.force : effect.effect.cap;
  const name = gradeTitle(rulebook, grade);
  const why = forced
    ? { zh: `${zh}：确定为${name.zh}`, en: `${en}: the grade is ${name.en}` }
    : { zh: `${zh}：不得高于${name.zh}`, en: `${en}: no better than ${name.en}` };
  return { ...shared, status: 'graded', grade, why };
}

function undecided(rule: string, clause: string | null, why: LocalText): Decision {
  return { status: 'undecided', grade: null, by: 'people', rule, clause, why };
}

/** The grade the composite alone gives: its band, or `undecided` where there is no number or no band. */
export function gradeByBand(rulebook: Rulebook, composite: Score): Decision {
  if (composite.kind === 'to_people') return undecided(composite.rule, composite.clause, composite.why);
  if (composite.kind === 'none') {
    return undecided('composite', null, {
      zh: '没有任何有效分数，交由人工研究决定',
      en: 'there is no valid score at all; people decide',
    });
  }
  const band = bandOf(rulebook.bands, composite.value);
  if (band === null) {
    return undecided('bands', null, {
      zh: '综合得分不在任何档次区间内，交由人工研究决定',
      en: 'the composite lies in no band; people decide',
    });
  }
  const name = gradeTitle(rulebook, band.grade);
  const title = titleOf(band);
  const named = band.title === undefined ? '' : `（${title.zh}）`;
  const namedEn = band.title === undefined ? '' : ` (${title.en})`;
  return {
    status: 'graded',
    grade: band.grade,
    by: 'band',
    rule: band.id,
    clause: band.clause ?? null,
    why: {
      zh: `综合得分落在${name.zh}区间${named}`,
      en: `the composite lies in the band of ${name.en}${namedEn}`,
    },
  };
}

/**
 * The grade before the quota. A hold counts before an exclusion (from eligibility or an `outcome` effect);
 * then forces and caps; then the band. Of several forces the worse grade counts; a cap that is worse than
 * what the force or the band gives counts before it. No number is `undecided`, unless a force, or a cap at
 * the worst grade, leaves nothing open.
 */
export function decideProvisional(
  rulebook: Rulebook,
  eligibility: Decision,
  effects: readonly SpokenEffect[],
  composite: Score,
): Decision {
  const outcome = (held: boolean) =>
    effects.find(({ effect }) => 'outcome' in effect && (effect.outcome === 'held') === held);
  if (eligibility.status === 'held') return eligibility;
  const hold = outcome(true);
  if (hold !== undefined) return { ...byEffect(rulebook, hold), by: 'hold' };
  if (eligibility.status !== 'graded') return eligibility;
  const exclusion = outcome(false);
  if (exclusion !== undefined) return byEffect(rulebook, exclusion);

  const order = rulebook.grades.map(({ code }) => code);
  const place = (decision: Decision) => order.indexOf(decision.grade ?? '');
  const worse = (a: Decision, b: Decision) => (place(b) > place(a) ? b : a);
  const forces = effects.filter(({ effect }) => 'force' in effect).map((one) => byEffect(rulebook, one));
  const caps = effects.filter(({ effect }) => 'cap' in effect).map((one) => byEffect(rulebook, one));
  const base = forces.length > 0 ? forces.reduce(worse) : gradeByBand(rulebook, composite);
  if (base.status === 'graded') return caps.reduce(worse, base);
  return caps.find((cap) => place(cap) === order.length - 1) ?? base;
}
