import type { Rulebook } from '../rulebook/schema/rulebook.js';
import type { LocalText } from '../rulebook/schema/text.js';
import { NONE, TO_PEOPLE } from './node.js';

/** How codes are said in one language; codes no rulebook names stay as they are. */
export type Wording = {
  readonly say: (zh: string, en: string) => string;
  readonly text: (text: LocalText) => string;
  readonly value: (value: string) => string;
  readonly fact: (id: string) => string;
};

const VALUES: Readonly<Record<string, LocalText>> = {
  [NONE]: { zh: '无', en: 'none' },
  [TO_PEOPLE]: { zh: '交由人工', en: 'left to people' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  held: { zh: '暂缓（未结案）', en: 'held' },
  ungraded: { zh: '不确定档次', en: 'no grade' },
  comment_only: { zh: '只写评语', en: 'comment only' },
  undecided: { zh: '待人工研究', en: 'undecided' },
  survey_near_line: { zh: '由具名人员认定', en: 'named people decide' },
};

const BUILT_IN_FACTS: Readonly<Record<string, LocalText>> = {
  composite: { zh: '综合得分', en: 'composite score' },
  category: { zh: '人员类别', en: 'category' },
  post: { zh: '岗位', en: 'post' },
  second_post: { zh: '第二岗位', en: 'second post' },
  dual_posts: { zh: '双岗位', en: 'two posts' },
  year: { zh: '考核年度', en: 'year' },
  discipline_effect: { zh: '处分影响', en: 'effect of discipline' },
  satisfaction_rate: { zh: '满意率', en: 'satisfaction rate' },
  survey_valid_count: { zh: '有效票', en: 'valid ballots' },
  survey_is_valid: { zh: '调查有效', en: 'survey is valid' },
};

/** The name of a fact: declared in the rulebook, one of the engine's own, a dimension's score, or its id. */
export function factTitle(rulebook: Rulebook | undefined, id: string): LocalText {
  const named = [...(rulebook?.facts ?? []), ...(rulebook?.computedFacts ?? [])];
  const declared = named.find((fact) => fact.id === id)?.title ?? BUILT_IN_FACTS[id];
  if (declared !== undefined) return declared;
  const dimension = rulebook?.dimensions.find((one) => `score.${one.id}` === id);
  return dimension?.title ?? { zh: id, en: id };
}

/** The wording of one language, with the names of a rulebook where one is given. */
export function wordingOf(language: 'zh' | 'en', rulebook?: Rulebook): Wording {
  const named = new Map<string, LocalText>(Object.entries(VALUES));
  for (const { code, title } of [
    ...(rulebook?.categories ?? []),
    ...(rulebook?.posts ?? []),
    ...(rulebook?.grades ?? []),
  ]) {
    named.set(code, title);
  }
  const effects = {
    cap: { zh: '不得高于', en: 'no better than ' },
    force: { zh: '确定为', en: 'exactly ' },
    outcome: { zh: '', en: '' },
  };
  const value = (code: string): string => {
    const [kind = '', says] = code.split(':');
    if (says !== undefined && (kind === 'cap' || kind === 'force' || kind === 'outcome')) {
      return `${effects[kind][language]}${value(says)}`;
    }
    return named.get(code)?.[language] ?? code;
  };
  return {
    say: (zh, en) => (language === 'zh' ? zh : en),
    text: (text) => text[language],
    value,
    fact: (id) => factTitle(rulebook, id)[language],
  };
}
