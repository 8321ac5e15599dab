import { LINT_CODES } from '../../rulebook/lint/codes.js';

const { LINT_YAML, LINT_UNKNOWN_KEY, LINT_KEY_MISSING, LINT_TYPE, LINT_VALUE, LINT_DUPLICATE_ID } =
  LINT_CODES;

/** What keeps a questionnaire from being adopted. docs/questionnaire.md is checked against this list. */
export const QUESTIONNAIRE_FAULTS = {
  LINT_YAML,
  LINT_UNKNOWN_KEY,
  LINT_KEY_MISSING,
  LINT_TYPE,
  LINT_VALUE,
  LINT_DUPLICATE_ID,
  LINT_QUESTION_KIND: {
    zh: '题型不是 scale、single、multiple 之一',
    en: 'a kind of question other than scale, single and multiple',
  },
  LINT_SCALE_LENGTH: { zh: '评分题的选项不是二到七个', en: 'a scale without two to seven labels' },
  LINT_FEW_OPTIONS: {
    zh: '选择题的选项不足两个或多于二十个',
    en: 'a choice between fewer than two or more than twenty options',
  },
  LINT_TEXT_BLANK: { zh: '文字是空白', en: 'a text that is blank' },
  LINT_TEXT_PLACEHOLDER: { zh: '文字是占位符，还没有写好', en: 'a text that only holds a place' },
  LINT_TEXT_NOT_TRANSLATED: { zh: '中文和英文一模一样', en: 'the same text in both languages' },
  LINT_TEXT_LANGUAGE: { zh: '文字不是所标明的语言', en: 'a text in another language than it says' },
  LINT_CHOICES_ALIKE: { zh: '同一题有两个选项写得一样', en: 'two choices of a question that read the same' },
  LINT_NO_SATISFACTION: {
    zh: '对人的评价里没有标明满意度题',
    en: 'no question about a person is marked as the satisfaction scale',
  },
  LINT_SATISFACTION_TWICE: {
    zh: '标明了不止一道满意度题',
    en: 'more than one question is marked as the satisfaction scale',
  },
  LINT_SATISFACTION_ELSEWHERE: {
    zh: '满意度题标在了对社区的评价里',
    en: 'the satisfaction scale is marked in the block about the community',
  },
  LINT_AT_MOST: { zh: '最多可选几项的数目没有意义', en: 'a limit of choices that makes no sense' },
} as const;

/** What makes a questionnaire harder to read or to finish than it need be. A hint fails nothing. */
export const QUESTIONNAIRE_HINTS = {
  HINT_LONG_QUESTION: {
    zh: '题目超过 30 个字（英文 20 个词）',
    en: 'a question of more than 30 Chinese characters or 20 English words',
  },
  HINT_LONG_SENTENCE: {
    zh: '有一句话超过 40 个字（英文 25 个词）',
    en: 'a sentence of more than 40 Chinese characters or 25 English words',
  },
  HINT_LONG_CHOICE: {
    zh: '选项超过 12 个字（英文 8 个词），手机上一行放不下',
    en: 'a choice of more than 12 Chinese characters or 8 English words, too wide for a phone',
  },
  HINT_JARGON: { zh: '用了居民不一定懂的行话', en: 'a word of the office that residents may not know' },
  HINT_FORCED_CHOICE: {
    zh: '必答的多选题没有“都没有”这样的选项',
    en: 'a required multiple choice without a way to say “none”',
  },
  HINT_MANY_QUESTIONS: {
    zh: '题目太多：对社区超过 10 题，或对每个人超过 2 题',
    en: 'more than 10 questions about the community or 2 about each person',
  },
} as const;

export type QuestionnaireFault = keyof typeof QUESTIONNAIRE_FAULTS;
export type QuestionnaireHint = keyof typeof QUESTIONNAIRE_HINTS;
