import { factsRead } from '../evaluate/condition.js';
import type { PersonStanding } from '../evaluate/evaluate-person.js';
import type { Facts, FactValue } from '../evaluate/facts.js';
import type { Score } from '../evaluate/score.js';
import type { Condition } from '../rulebook/schema/condition.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { derived, reference, text, type Source } from './build.js';
import { satisfactionNode, scoreText } from './derive-part.js';
import { NONE, type DerivationNode } from './node.js';
import { factTitle } from './wording.js';

/** What a tree needs to open a rule's facts: the person's standing under a rulebook. */
export type RuleContext = { readonly rulebook: Rulebook; readonly standing: PersonStanding };

/** A rule's condition and what it says when it holds. */
export type SpokenRule = {
  readonly what: LocalText;
  readonly when: Condition;
  readonly unless?: Condition | undefined;
  readonly then: string;
  readonly speaks: boolean;
  readonly source: Source;
};

/** A fact as the value of a leaf. */
export function factText(value: FactValue | null | undefined): string {
  return value === null || value === undefined ? NONE : String(value);
}

/** A declared or built-in fact as a leaf. */
export function factNode(rulebook: Rulebook, id: string, value: FactValue | null): DerivationNode {
  const kind = value === null ? 'unknown' : typeof value === 'boolean' ? 'boolean' : 'text';
  return derived(factTitle(rulebook, id), factText(value), { op: 'input', from: `fact:${id}`, kind }, []);
}

function dualScoreNode(context: RuleContext, id: string, dimension: string, score: Score): DerivationNode {
  const { rulebook, standing } = context;
  const posts = standing.scores.posts.map((post) => {
    const scored = post.dimensions.find((one) => one.dimension.id === dimension);
    const value = scored === undefined ? NONE : scoreText(scored.score);
    return reference(text(post.post, post.post), value, `score.${dimension}@${post.post}`);
  });
  const { combine } = rulebook.dualPosts;
  return derived(
    text('双岗位合并', 'two posts combined'),
    scoreText(score),
    { op: 'dual_posts', combine },
    posts,
    { id },
  );
}

/** The node of a fact a rule reads: computed ones lead to the number they were computed from. */
function readNode(context: RuleContext, id: string, value: FactValue | null): DerivationNode {
  const { rulebook, standing } = context;
  const { scores, person } = standing;
  if (id === 'composite') return reference(factTitle(rulebook, id), scoreText(scores.composite), id);
  if (id === 'satisfaction_rate' && person.survey !== undefined) {
    return satisfactionNode({ rulebook, post: '', survey: person.survey }, factText(value));
  }
  const dimension = id.startsWith('score.') ? id.slice('score.'.length) : null;
  const score = dimension === null ? undefined : scores.dimensions[dimension];
  if (dimension !== null && score !== undefined) {
    return scores.posts.length > 1
      ? dualScoreNode(context, id, dimension, score)
      : reference(factTitle(rulebook, id), scoreText(score), id);
  }
  const computed = rulebook.computedFacts.find((fact) => fact.id === id);
  if (computed === undefined) return factNode(rulebook, id, value);
  const addends = computed.sumOf.map((part) => factNode(rulebook, part, standing.facts.get(part) ?? null));
  return derived(computed.title, factText(value), { op: 'sum' }, addends, { id, source: computed });
}

/** A rule with the facts it read. */
export function ruleNode(context: RuleContext, facts: Facts, rule: SpokenRule): DerivationNode {
  const { when, unless, then } = rule;
  const read = factsRead(unless === undefined ? when : { all: [when, unless] }, facts);
  const operation = { op: 'rule', when, then, ...(unless === undefined ? {} : { unless }) } as const;
  const children = read.map(({ fact, value }) => readNode(context, fact, value));
  return derived(rule.what, rule.speaks ? then : NONE, operation, children, { source: rule.source });
}
