import { compareExact, HUNDRED, parseExact, ZERO } from '../../exact/exact.js';
import type { Rulebook } from '../schema/rulebook.js';
import type { LintContext } from './lint-context.js';

type Placed = { readonly band: Rulebook['bands'][number]; readonly index: number };

function rangeText({ band: { from, to } }: Placed): string {
  return `${from.includes ? '[' : '('}${from.value}, ${to.value}${to.includes ? ']' : ')'}`;
}

/** The bands from high to low by their lower end; two with the same lower end stay as written. */
function highToLow(rulebook: Rulebook): readonly Placed[] {
  return rulebook.bands
    .map((band, index) => ({ band, index }))
    .sort((a, b) => compareExact(parseExact(b.band.from.value), parseExact(a.band.from.value)));
}

function lintNeighbours({ report }: LintContext, upper: Placed, lower: Placed): void {
  const order = compareExact(parseExact(lower.band.to.value), parseExact(upper.band.from.value));
  const both = upper.band.from.includes && lower.band.to.includes;
  const neither = !upper.band.from.includes && !lower.band.to.includes;
  const places = {
    en: `${rangeText(upper)} and ${rangeText(lower)}`,
    zh: `${rangeText(upper)} 与 ${rangeText(lower)}`,
  };
  const path = ['bands', lower.index, 'to'];
  if (order > 0 || (order === 0 && both)) {
    report('LINT_BANDS_OVERLAP', path, {
      en: `Bands ${places.en} overlap.`,
      zh: `分数段 ${places.zh} 重叠。`,
    });
  }
  if (order < 0 || (order === 0 && neither)) {
    report('LINT_BANDS_GAP', path, {
      en: `Bands ${places.en} leave a gap.`,
      zh: `分数段 ${places.zh} 之间有空档。`,
    });
  }
}

function lintEnds({ report }: LintContext, top: Placed, bottom: Placed): void {
  const { to } = top.band;
  const atTop = compareExact(parseExact(to.value), HUNDRED);
  if (atTop < 0 || (atTop === 0 && !to.includes)) {
    report('LINT_BANDS_GAP', ['bands', top.index, 'to'], {
      en: 'No band includes 100.',
      zh: '没有分数段包含 100 分。',
    });
  }
  const { from } = bottom.band;
  const atBottom = compareExact(parseExact(from.value), ZERO);
  if (atBottom > 0 || (atBottom === 0 && !from.includes)) {
    report('LINT_BANDS_GAP', ['bands', bottom.index, 'from'], {
      en: 'No band includes 0.',
      zh: '没有分数段包含 0 分。',
    });
  }
}

function lintOrder({ rulebook, report }: LintContext): void {
  const order = rulebook.grades.map(({ code }) => code);
  rulebook.bands.forEach((band, index) => {
    const from = parseExact(band.from.value);
    const to = parseExact(band.to.value);
    const empty =
      compareExact(from, to) > 0 ||
      (compareExact(from, to) === 0 && !(band.from.includes && band.to.includes));
    if (empty) {
      report('LINT_BANDS_ORDER', ['bands', index], {
        en: `The band ${rangeText({ band, index })} holds no score.`,
        zh: `分数段 ${rangeText({ band, index })} 不含任何分数。`,
      });
    }
    const before = rulebook.bands[index - 1];
    if (before === undefined) return;
    const unknown = !order.includes(before.grade) || !order.includes(band.grade);
    const worse = unknown || order.indexOf(before.grade) < order.indexOf(band.grade);
    if (worse && compareExact(parseExact(before.from.value), from) >= 0) return;
    report('LINT_BANDS_ORDER', ['bands', index], {
      en: 'Bands run from the best grade and highest scores to the worst, each grade once.',
      zh: '分数段应按档次和分数从高到低排列，每个档次一段。',
    });
  });
}

function lintReach({ rulebook, report }: LintContext): void {
  const effects = [
    ...rulebook.vetoes.map(({ effect }) => effect),
    ...rulebook.discipline.rows.flatMap(({ years }) => years),
  ];
  const { quota } = rulebook;
  const belowQuota = rulebook.grades.findIndex(({ code }) => code === quota.grades.at(-1)) + 1;
  const reached = new Set([
    ...rulebook.bands.map(({ grade }) => grade),
    ...effects.flatMap((effect) =>
      'cap' in effect ? [effect.cap] : 'force' in effect ? [effect.force] : [],
    ),
    rulebook.grades[belowQuota]?.code,
  ]);
  rulebook.grades.forEach(({ code }, index) => {
    if (reached.has(code)) return;
    report('LINT_GRADE_UNREACHABLE', ['grades', index], {
      en: `No band, veto or punishment gives the grade "${code}".`,
      zh: `没有分数段、否决项或处分规则会给出档次“${code}”。`,
    });
  });
}

/** Bands cover 0 to 100 exactly once, from the best grade to the worst, and every grade can be had. */
export function lintBands(context: LintContext): void {
  const bands = highToLow(context.rulebook);
  bands.forEach((upper, i) => {
    const lower = bands[i + 1];
    if (lower !== undefined) lintNeighbours(context, upper, lower);
  });
  const [top] = bands;
  const bottom = bands.at(-1);
  if (top !== undefined && bottom !== undefined) lintEnds(context, top, bottom);
  lintOrder(context);
  lintReach(context);
}
