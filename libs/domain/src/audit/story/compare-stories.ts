import type { LocalText } from '../../rulebook/schema/text.js';
import { toldSteps } from './step-at.js';
import type { Story, StoryStep } from './story.js';
import { codeWords, fieldWords } from './story-words.js';

export type StepDifference = {
  readonly what: LocalText;
  readonly a: LocalText | null;
  readonly b: LocalText | null;
};
/** Two steps that are the same thing in both stories, or one that only one of them has. */
export type ComparedStep = {
  readonly a: StoryStep | null;
  readonly b: StoryStep | null;
  readonly differs: readonly StepDifference[];
};

/**
 * Two appraisals side by side: steps are paired when they are the same thing in the same order (the longest such
 * pairing), and say where they part: who, state, numbers, clause. What parts them is said where it begins, and not again
 * at every step until it changes. Time is not compared; each has its own.
 */
export function compareStories(a: Pick<Story, 'steps'>, b: Pick<Story, 'steps'>): readonly ComparedStep[] {
  const [left, right] = [toldSteps(a), toldSteps(b)];
  const longest = lengths(left.map(keyOf), right.map(keyOf));
  const rows: ComparedStep[] = [];
  const said = new Map<string, string>();
  const isNew = ({ what, a: one, b: two }: StepDifference): boolean => {
    const parted = JSON.stringify([one?.zh, two?.zh]);
    if (said.get(what.zh) === parted) return false;
    said.set(what.zh, parted);
    return true;
  };
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const [one, other] = [left[i] ?? null, right[j] ?? null];
    if (one !== null && other !== null && keyOf(one) === keyOf(other)) {
      rows.push({ a: one, b: other, differs: differences(one, other).filter(isNew) });
      i += 1;
      j += 1;
    } else if (other === null || (one !== null && below(longest, i + 1, j) >= below(longest, i, j + 1))) {
      rows.push({ a: one, b: null, differs: [] });
      i += 1;
    } else {
      rows.push({ a: null, b: other, differs: [] });
      j += 1;
    }
  }
  return rows;
}

const keyOf = ({ source, type, name, chapter }: StoryStep): string =>
  // How long a wait was ordered for is its own; that there was a wait is the same.
  JSON.stringify([source, chapter, type, type.startsWith('TIMER_') ? null : name]);

function differences(a: StoryStep, b: StoryStep): readonly StepDifference[] {
  const found: StepDifference[] = [];
  const look = (what: LocalText, one: LocalText | null, other: LocalText | null): void => {
    if (one?.zh !== other?.zh) found.push({ what, a: one, b: other });
  };
  look({ zh: '谁', en: 'who' }, a.who, b.who);
  for (const field of new Set([...Object.keys(a.state ?? {}), ...Object.keys(b.state ?? {})])) {
    look(fieldWords(field), valueOf(a, field), valueOf(b, field));
  }
  look({ zh: '依据', en: 'clause' }, clauseOf(a), clauseOf(b));
  return found;
}

function valueOf({ state }: StoryStep, field: string): LocalText | null {
  const value = state?.[field] ?? null;
  return value === null ? null : codeWords(String(value));
}

function clauseOf({ clause }: StoryStep): LocalText | null {
  return clause === null ? null : { zh: clause, en: clause };
}

/** Longest common subsequence of every pair of tails. */
function lengths(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = rows[i] ?? [];
      row[j] =
        left[i] === right[j]
          ? below(rows, i + 1, j + 1) + 1
          : Math.max(below(rows, i + 1, j), below(rows, i, j + 1));
    }
  }
  return rows;
}

const below = (rows: readonly (readonly number[])[], i: number, j: number): number => rows[i]?.[j] ?? 0;
