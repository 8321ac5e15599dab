import type { Path } from '../../rulebook/yaml-tree.js';
import { valueAt } from '../../rulebook/provenance-at.js';
import type { Meaning } from '../../rulebook/schema-findings.js';
import type { QuestionnaireFault } from './lint-codes.js';

const MEANINGS: Readonly<
  Record<string, { readonly code: QuestionnaireFault; readonly en: string; readonly zh: string }>
> = {
  kind: {
    code: 'LINT_QUESTION_KIND',
    en: 'A question is of kind scale, single or multiple.',
    zh: '题型（kind）只能是 scale（评分）、single（单选）、multiple（多选）。',
  },
  labels: {
    code: 'LINT_SCALE_LENGTH',
    en: 'A scale has two to seven labels, from the lowest value to the highest.',
    zh: '评分题要有二到七个选项，从低到高写。',
  },
  options: {
    code: 'LINT_FEW_OPTIONS',
    en: 'A choice is between two to twenty options.',
    zh: '选择题要有二到二十个选项。',
  },
};

/** What a missing or odd value means in a questionnaire, where more can be said than its type. */
export const questionnaireMeaning: Meaning = (path, root) => {
  const key = path.at(-1);
  if (typeof key !== 'string' || !isInQuestion(path)) return null;
  const value = valueAt(root, path);
  return key === 'kind' || Array.isArray(value) ? (MEANINGS[key] ?? null) : null;
};

function isInQuestion(path: Path): boolean {
  return path.length === 3 && (path[0] === 'community' || path[0] === 'appraisee');
}
