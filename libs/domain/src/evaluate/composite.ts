import { compareExact, divideExact, addExact, exactFromInteger, parseExact } from '../exact/exact.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { applyRounding, scoreDimension, type DimensionScore } from './score-dimension.js';
import type { ScoringInput } from './score-part.js';
import { combineWeighted, mapScore, numberScore, type Score } from './score.js';

/** All dimensions under one post, and their weighted sum before rounding. */
export type PostScore = {
  readonly post: string;
  readonly dimensions: readonly DimensionScore[];
  readonly sum: Score;
};

/** The person's numbers: one sheet per post, combined where there are two. */
export type CompositeScore = {
  readonly posts: readonly PostScore[];
  readonly dimensions: Readonly<Record<string, Score>>;
  readonly unrounded: Score;
  readonly composite: Score;
};

function scorePost(input: ScoringInput, post: string): PostScore {
  const dimensions = input.rulebook.dimensions.map((dimension) => scoreDimension(input, post, dimension));
  const sum = combineWeighted(
    dimensions.map(({ dimension, score }) => ({
      weight: parseExact(dimension.weight),
      score,
      missing: dimension.missing,
      rule: dimension.id,
      clause: dimension.clause ?? null,
      title: dimension.title,
    })),
  );
  return { post, dimensions, sum };
}

function dualToPeople(rulebook: Rulebook): Score {
  return {
    kind: 'to_people',
    rule: rulebook.dualPosts.id,
    clause: rulebook.dualPosts.clause ?? null,
    why: {
      zh: '双岗位双考核：两个岗位的考核结果由人工综合研究',
      en: 'two posts, two appraisals: people combine the two results',
    },
  };
}

/** Both must be numbers: half an appraisal does not stand for the whole of a dual post. */
export function combinePosts(rulebook: Rulebook, first: Score, second: Score): Score {
  if (rulebook.dualPosts.combine === 'to_people') return dualToPeople(rulebook);
  if (first.kind !== 'number') return first;
  if (second.kind !== 'number') return second;
  if (rulebook.dualPosts.combine === 'mean') {
    return numberScore(divideExact(addExact(first.value, second.value), exactFromInteger(2)));
  }
  return compareExact(second.value, first.value) < 0 ? second : first;
}

function scoreOf(post: PostScore, dimension: string): Score {
  return post.dimensions.find((scored) => scored.dimension.id === dimension)?.score ?? { kind: 'none' };
}

/**
 * The composite from 0 to 100. Two posts (Art 39): both sheets are scored and combined unrounded by
 * `dualPosts.combine` (`mean`, `lower`, or left to people); a dimension is combined in the same way. The
 * composite is rounded once, at the end, and only where the rulebook says so.
 */
export function scoreComposite(input: ScoringInput): CompositeScore {
  const { rulebook, person } = input;
  const posts = person.posts.map((post) => scorePost(input, post));
  const [first, second] = posts;
  if (first === undefined) throw new Error(`appraisee without a post: ${person.id}`);
  const combine = (of: (post: PostScore) => Score): Score =>
    second === undefined ? of(first) : combinePosts(rulebook, of(first), of(second));
  const unrounded = combine((post) => post.sum);
  return {
    posts,
    dimensions: Object.fromEntries(
      rulebook.dimensions.map(({ id }) => [id, combine((post) => scoreOf(post, id))]),
    ),
    unrounded,
    composite: mapScore(unrounded, (value) => applyRounding(value, rulebook.compositeRounding)),
  };
}
