import type { Adjustments, ItemPoints } from '../evaluate/adjustments.js';
import type { CompositeScore, PostScore } from '../evaluate/composite.js';
import type { DimensionScore } from '../evaluate/score-dimension.js';
import { titleOf } from '../evaluate/sheet.js';
import {
  HUNDRED,
  ZERO,
  addExact,
  clampExact,
  exactFromInteger,
  formatExact,
  multiplyExact,
  parseExact,
  subtractExact,
  sumExact,
} from '../exact/exact.js';
import type { Rounding } from '../rulebook/schema/scoring.js';
import { derived, input, text } from './build.js';
import { derivePart, missingNote, scoreText, type PartContext } from './derive-part.js';
import type { DerivationNode } from './node.js';

function rounded(node: DerivationNode, value: string, rounding: Rounding): DerivationNode {
  if (rounding === 'none') return node;
  return derived(
    text(`${node.what.zh}，修约`, `${node.what.en}, rounded`),
    value,
    { op: 'round', ...rounding },
    [node],
  );
}

function itemNode({ item, times, withoutEvidence, points }: ItemPoints): DerivationNode {
  const name = titleOf(item);
  const each = input(
    text('每次分值', 'points each'),
    formatExact(parseExact(item.pointsEach)),
    `rulebook:${item.id}.pointsEach`,
  );
  const count = input(text('有佐证的次数', 'times with evidence'), String(times), `adjustment:${item.id}`);
  const product = multiplyExact(exactFromInteger(times), parseExact(item.pointsEach));
  return derived(
    name,
    formatExact(points),
    { op: 'minimum' },
    [
      derived(text('次数×分值', 'times x points'), formatExact(product), { op: 'product' }, [count, each]),
      input(
        text('本项上限', 'cap of this item'),
        formatExact(parseExact(item.cap)),
        `rulebook:${item.id}.cap`,
      ),
    ],
    {
      source: item,
      note:
        withoutEvidence > 0
          ? text(`${withoutEvidence}次无佐证，未计入`, `${withoutEvidence} without evidence, not counted`)
          : null,
    },
  );
}

function adjustmentSum(
  scored: DimensionScore,
  kind: 'bonus' | 'deduction',
  adjustments: Adjustments,
): DerivationNode {
  const items = adjustments.items.filter(({ item }) => item.kind === kind);
  const name = kind === 'bonus' ? text('加分', 'bonus points') : text('扣分', 'deduction points');
  const sum = derived(
    name,
    formatExact(sumExact(items.map(({ points }) => points))),
    { op: 'sum' },
    items.map(itemNode),
  );
  const cap = kind === 'bonus' ? scored.dimension.bonusCap : scored.dimension.deductionCap;
  if (cap === undefined) return sum;
  const from = `rulebook:${scored.dimension.id}.${kind}Cap`;
  const limit = input(text('本维度上限', 'cap of the dimension'), formatExact(parseExact(cap)), from);
  return derived(name, formatExact(adjustments[kind]), { op: 'minimum' }, [sum, limit]);
}

function adjustedNode(base: DerivationNode, scored: DimensionScore): DerivationNode {
  const { adjustments } = scored;
  if (adjustments.items.length === 0 || scored.base.kind !== 'number') return base;
  const plus = addExact(scored.base.value, adjustments.bonus);
  const moved = subtractExact(plus, adjustments.deduction);
  const sum = derived(text('加上加分', 'with bonus points'), formatExact(plus), { op: 'sum' }, [
    base,
    adjustmentSum(scored, 'bonus', adjustments),
  ]);
  const difference = derived(
    text('减去扣分', 'less deduction points'),
    formatExact(moved),
    { op: 'difference' },
    [sum, adjustmentSum(scored, 'deduction', adjustments)],
  );
  return derived(
    text('限于0至100分', 'held between 0 and 100'),
    formatExact(clampExact(moved, ZERO, HUNDRED)),
    { op: 'clamp', from: '0', to: '100' },
    [difference],
  );
}

/** A dimension from its parts, bonuses and deductions to its rounded score. */
function dimensionNode(context: PartContext, scored: DimensionScore, id: string): DerivationNode {
  const { dimension } = scored;
  const parts = scored.parts.map((part) => derivePart(context, part));
  const base = derived(
    text(`${dimension.title.zh}：各部分加权平均`, `${dimension.title.en}: weighted mean of its parts`),
    scoreText(scored.base),
    {
      op: 'weighted_mean',
      weights: scored.parts.map(({ part }) => part.weight),
      missing: scored.parts.map(({ missing }) => missing),
    },
    parts,
    {
      note: missingNote(
        scored.parts.map(({ part, missing }, at) => ({
          title: titleOf(part),
          missing,
          value: parts[at]?.value ?? '',
        })),
      ),
    },
  );
  const node = rounded(adjustedNode(base, scored), scoreText(scored.score), dimension.rounding);
  return derived(dimension.title, scoreText(scored.score), { op: 'first' }, [node], {
    id,
    source: dimension,
  });
}

function postNode(context: PartContext, post: PostScore, dual: boolean): DerivationNode {
  const { rulebook } = context;
  const dimensions = post.dimensions.map((scored) => {
    const { id } = scored.dimension;
    return dimensionNode(context, scored, dual ? `score.${id}@${post.post}` : `score.${id}`);
  });
  const name = rulebook.posts.find(({ code }) => code === post.post)?.title ?? text(post.post, post.post);
  return derived(
    dual
      ? text(`${name.zh}岗位各维度加权平均`, `weighted mean of the dimensions as ${name.en}`)
      : text('各维度加权平均', 'weighted mean of the dimensions'),
    scoreText(post.sum),
    {
      op: 'weighted_mean',
      weights: rulebook.dimensions.map(({ weight }) => weight),
      missing: rulebook.dimensions.map(({ missing }) => missing),
    },
    dimensions,
    {
      note: missingNote(
        rulebook.dimensions.map(({ title, missing }, at) => ({
          title,
          missing,
          value: dimensions[at]?.value ?? '',
        })),
      ),
    },
  );
}

/** The composite with everything below it; it is the node `composite` of the tree. */
export function deriveComposite(context: Omit<PartContext, 'post'>, scores: CompositeScore): DerivationNode {
  const { rulebook } = context;
  const dual = scores.posts.length > 1;
  const posts = scores.posts.map((post) => postNode({ ...context, post: post.post }, post, dual));
  const [first] = posts;
  if (first === undefined) throw new Error('a composite without a post');
  const combined = dual
    ? derived(
        text('双岗位双考核合并', 'two posts combined'),
        scoreText(scores.unrounded),
        { op: 'dual_posts', combine: rulebook.dualPosts.combine },
        posts,
        { source: rulebook.dualPosts },
      )
    : first;
  const value = scoreText(scores.composite);
  const node = rounded(combined, value, rulebook.compositeRounding);
  return derived(text('综合得分', 'composite score'), value, { op: 'first' }, [node], { id: 'composite' });
}
