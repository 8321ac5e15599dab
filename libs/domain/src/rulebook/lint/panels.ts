import { compareExact, parseExact, ZERO, type Exact } from '../../exact/exact.js';
import type { Part, RaterRule } from '../schema/scoring.js';
import type { LocalText } from '../schema/text.js';
import type { Path } from '../yaml-tree.js';
import type { LintContext } from './lint-context.js';

type Say = (path: Path, text: LocalText) => void;

/** Seats, quorum and minimum agree; bounds for reasons and anchors lie on the scale, in order. */
export function lintPanels({ rulebook, report }: LintContext): void {
  const say: Say = (path, text) => report('LINT_PANEL', path, text);
  rulebook.dimensions.forEach((dimension, i) =>
    dimension.sheets.forEach((sheet, j) =>
      sheet.parts.forEach((part, k) => {
        const path = ['dimensions', i, 'sheets', j, 'parts', k];
        if (part.source.kind !== 'marks') return;
        const max = parseExact(part.source.max);
        if (compareExact(max, ZERO) <= 0) return; // a finding of its own
        lintAnchors(say, part, max, path);
        part.source.raters.forEach((rater, l) =>
          lintPanel(say, rater, max, [...path, 'source', 'raters', l]),
        );
      }),
    ),
  );
}

function lintPanel(say: Say, { panel, minCount }: RaterRule, max: Exact, path: Path): void {
  if (panel === undefined) return;
  const { size, quorum, reasonForExtremes } = panel;
  if (size !== undefined && minCount > size) {
    say([...path, 'panel', 'size'], {
      en: `${minCount} marks are needed, but the panel has ${size} seats: nobody can fill it.`,
      zh: `至少需要 ${minCount} 份评分，而评议小组只有 ${size} 席，永远不够。`,
    });
  }
  // Whoever gave a valid mark sat: a minimum no lower than the quorum never lets a number pass without it.
  if (quorum > minCount) {
    say([...path, 'panel', 'quorum'], {
      en: `The quorum ${quorum} is above minCount ${minCount}: fewer marks than the quorum would still be a number.`,
      zh: `法定人数 ${quorum} 高于最少有效评分 ${minCount}：不足法定人数也会得出分数。`,
    });
  }
  if (reasonForExtremes === undefined) return;
  const [low, high] = [parseExact(reasonForExtremes.atMost), parseExact(reasonForExtremes.atLeast)];
  const sound = compareExact(low, ZERO) >= 0 && compareExact(low, high) < 0 && compareExact(high, max) <= 0;
  if (sound) return;
  say([...path, 'panel', 'reasonForExtremes'], {
    en: 'The bounds lie on the scale, the lower below the upper.',
    zh: '须说明理由的分数线应在量程之内，下限低于上限。',
  });
}

function lintAnchors(say: Say, { anchors }: Part, max: Exact, path: Path): void {
  if (anchors === undefined) return;
  const from = anchors.map(({ atLeast }) => parseExact(atLeast));
  const last = from.at(-1);
  const sound =
    last !== undefined &&
    compareExact(last, ZERO) === 0 &&
    from.every((value, at) => compareExact(value, at === 0 ? max : (from[at - 1] ?? max)) < 0);
  if (sound) return;
  say([...path, 'anchors'], {
    en: 'Anchors run from the best down to 0 and lie below the maximum.',
    zh: '评分参照应从高到低直到 0，并且低于满分。',
  });
}
