import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Edit, editRulebook as edited } from '../../testing/edit-rulebook.js';
import { questionnaireWith } from '../../testing/questionnaires.js';
import { defaultQuestionnaire } from './default-questionnaire.js';
import { QUESTIONNAIRE_FAULTS, QUESTIONNAIRE_HINTS } from './lint-codes.js';
import { lintQuestionnaire, lintQuestionnaireText } from './lint-questionnaire.js';

const SOUND = `
id: demo
version: '1'
title: { zh: 演示问卷, en: A demo questionnaire }
intro: { zh: 请选。, en: Please choose. }
community:
  - id: overall
    kind: scale
    title: { zh: 总体满意吗？, en: Are you satisfied? }
    labels:
      - { zh: 不满意, en: Dissatisfied }
      - { zh: 一般, en: Neutral }
      - { zh: 满意, en: Satisfied }
    required: true
  - id: needs
    kind: multiple
    title: { zh: 最需要什么？, en: What is needed most? }
    hint: { zh: 最多两项。, en: At most two. }
    options:
      - { id: lift, title: { zh: 修电梯, en: Lifts } }
      - { id: light, title: { zh: 修路灯, en: Street lamps } }
      - { id: nothing, title: { zh: 都不需要, en: None of these } }
    atMost: 2
    required: false
appraisee:
  - id: rating
    kind: scale
    title: { zh: 您对他满意吗？, en: Are you satisfied with them? }
    labels:
      - { zh: 不满意, en: Dissatisfied }
      - { zh: 满意, en: Satisfied }
    required: true
    satisfaction: true
  - id: known
    kind: single
    title: { zh: 见过他几次？, en: How often did you meet? }
    options:
      - { id: never, title: { zh: 没有, en: Never } }
      - { id: often, title: { zh: 经常, en: Often } }
    required: false
comment:
  title: { zh: 还想说什么？, en: Anything else? }
  maxLength: 200
`;

const LABEL = { zh: '好', en: 'Good' };
const A_QUESTION = { id: 'q', kind: 'scale', title: { zh: '问？', en: 'What?' }, required: false };
const scales = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...A_QUESTION,
    id: `q${index}`,
    labels: [
      { zh: '坏', en: 'Bad' },
      { zh: '好', en: 'Good' },
    ],
  }));

type Row = {
  readonly rule: string;
  readonly edits: readonly Edit[];
  /** Each finding: its code, a text of the line it points at, and the question or choice. */
  readonly finds: readonly (readonly [code: string, at: string, rule: string | null])[];
};

const FORM: readonly Row[] = [
  {
    rule: 'a key the format does not have',
    edits: [['community[overall].weight', 3]],
    finds: [['LINT_UNKNOWN_KEY', 'weight: 3', 'overall']],
  },
  {
    rule: 'satisfaction marked on a choice',
    edits: [['appraisee[known].satisfaction', true]],
    finds: [['LINT_UNKNOWN_KEY', 'satisfaction: true', 'known']],
  },
  {
    rule: 'a text in one language only',
    edits: [['community[overall].title.en', undefined]],
    finds: [['LINT_KEY_MISSING', 'title: { zh: 总体满意吗？ }', 'overall']],
  },
  {
    rule: 'a question that does not say whether it is required',
    edits: [['appraisee[known].required', undefined]],
    finds: [['LINT_KEY_MISSING', 'id: known', 'known']],
  },
  {
    rule: 'a version that is a number',
    edits: [['version', 1]],
    finds: [['LINT_TYPE', 'version: 1', null]],
  },
  {
    rule: 'an empty text',
    edits: [['intro.zh', '']],
    finds: [['LINT_VALUE', 'intro:', null]],
  },
  {
    rule: 'an id with a dot',
    edits: [['community[overall].id', 'over.all']],
    finds: [['LINT_VALUE', 'id: over.all', 'over.all']],
  },
  {
    rule: 'an id every object has',
    edits: [['community[overall].id', 'constructor']],
    finds: [['LINT_VALUE', 'id: constructor', 'constructor']],
  },
  {
    rule: 'a comment longer than a page takes',
    edits: [['comment.maxLength', 501]],
    finds: [['LINT_VALUE', 'maxLength: 501', null]],
  },
  {
    rule: 'a kind of question there is not',
    edits: [['community[overall].kind', 'stars']],
    finds: [['LINT_QUESTION_KIND', 'kind: stars', 'overall']],
  },
  {
    rule: 'a question without a kind',
    edits: [['community[overall].kind', undefined]],
    finds: [['LINT_QUESTION_KIND', 'id: overall', 'overall']],
  },
  {
    rule: 'a scale of one label',
    edits: [['appraisee[rating].labels', [LABEL]]],
    finds: [['LINT_SCALE_LENGTH', 'labels:', 'rating']],
  },
  {
    rule: 'a scale of eight labels',
    edits: [['appraisee[rating].labels', Array.from({ length: 8 }, () => LABEL)]],
    finds: [['LINT_SCALE_LENGTH', 'labels:', 'rating']],
  },
  {
    rule: 'a choice of one option',
    edits: [['appraisee[known].options[often]', undefined]],
    finds: [['LINT_FEW_OPTIONS', 'options:', 'known']],
  },
];

const WORDS: readonly Row[] = [
  {
    rule: 'a question id used twice, even in another block',
    edits: [['appraisee[known].id', 'overall']],
    finds: [['LINT_DUPLICATE_ID', 'id: overall', 'overall']],
  },
  {
    rule: 'an option id used twice',
    edits: [['appraisee[known].options[often].id', 'never']],
    finds: [['LINT_DUPLICATE_ID', 'id: never, title: { zh: 经常', 'never']],
  },
  {
    rule: 'a blank text',
    edits: [['community[overall].title.en', '  ']],
    finds: [['LINT_TEXT_BLANK', 'title: { zh: 总体满意吗？, en: "  " }', 'overall']],
  },
  {
    rule: 'a translation still to be made',
    edits: [['community[overall].title.en', 'TODO: translate']],
    finds: [['LINT_TEXT_PLACEHOLDER', 'TODO', 'overall']],
  },
  {
    rule: 'a word that holds a place in Chinese',
    edits: [['intro.zh', '待定']],
    finds: [['LINT_TEXT_PLACEHOLDER', '待定', null]],
  },
  {
    rule: 'dots for a text',
    edits: [['intro.zh', '……']],
    finds: [['LINT_TEXT_PLACEHOLDER', '……', null]],
  },
  {
    rule: 'a label that is only a number',
    edits: [['appraisee[rating].labels[0]', { zh: '1', en: '1' }]],
    finds: [['LINT_TEXT_NOT_TRANSLATED', 'zh: "1"', 'rating']],
  },
  {
    rule: 'Chinese in the place of English',
    edits: [['comment.title.en', '还想说什么呢？']],
    finds: [['LINT_TEXT_LANGUAGE', 'en: 还想说什么呢？', null]],
  },
  {
    rule: 'both languages in the wrong place',
    edits: [['comment.title', { zh: 'Anything else?', en: '还想说什么？' }]],
    finds: [
      ['LINT_TEXT_LANGUAGE', 'zh: Anything else?', null],
      ['LINT_TEXT_LANGUAGE', 'en: 还想说什么？', null],
    ],
  },
  {
    rule: 'two labels that read the same',
    edits: [['community[overall].labels[1]', { zh: '满意', en: 'satisfied ' }]],
    finds: [
      ['LINT_CHOICES_ALIKE', 'zh: 满意, en: Satisfied', 'overall'],
      ['LINT_CHOICES_ALIKE', 'zh: 满意, en: Satisfied', 'overall'],
    ],
  },
  {
    rule: 'two options that read the same in one language',
    edits: [['appraisee[known].options[often].title.en', 'NEVER']],
    finds: [['LINT_CHOICES_ALIKE', 'en: NEVER', 'often']],
  },
  {
    rule: 'no satisfaction scale about people',
    edits: [['appraisee[rating].satisfaction', undefined]],
    finds: [['LINT_NO_SATISFACTION', 'appraisee:', null]],
  },
  {
    rule: 'a satisfaction scale about the community instead',
    edits: [
      ['appraisee[rating].satisfaction', undefined],
      ['community[overall].satisfaction', true],
    ],
    finds: [
      ['LINT_NO_SATISFACTION', 'appraisee:', null],
      ['LINT_SATISFACTION_ELSEWHERE', 'satisfaction: true', 'overall'],
    ],
  },
  {
    rule: 'two satisfaction scales',
    edits: [['appraisee[1]', { ...scales(1)[0], satisfaction: true }]],
    finds: [['LINT_SATISFACTION_TWICE', 'satisfaction: true', 'q0']],
  },
  {
    rule: 'a limit of one choice',
    edits: [['community[needs].atMost', 1]],
    finds: [['LINT_AT_MOST', 'atMost: 1', 'needs']],
  },
  {
    rule: 'a limit as high as there are options',
    edits: [['community[needs].atMost', 3]],
    finds: [['LINT_AT_MOST', 'atMost: 3', 'needs']],
  },
];

const HINTS: readonly Row[] = [
  {
    rule: 'a question of 31 Chinese characters',
    edits: [['community[overall].title.zh', `${'长'.repeat(31)}？`]],
    finds: [['HINT_LONG_QUESTION', '长长', 'overall']],
  },
  {
    rule: 'a question of 21 English words',
    edits: [['community[overall].title.en', `${'long '.repeat(20)}question?`]],
    finds: [['HINT_LONG_QUESTION', 'long question', 'overall']],
  },
  {
    rule: 'a sentence of 41 Chinese characters',
    edits: [['intro.zh', `好。${'长'.repeat(41)}。`]],
    finds: [['HINT_LONG_SENTENCE', '长长', null]],
  },
  {
    rule: 'a sentence of 26 English words',
    edits: [['community[needs].hint.en', `${'very '.repeat(25)}long. Good.`]],
    finds: [['HINT_LONG_SENTENCE', 'very long', 'needs']],
  },
  {
    rule: 'a label too wide for a phone',
    edits: [['appraisee[rating].labels[0].zh', '这一位的工作我是很不满意的']],
    finds: [['HINT_LONG_CHOICE', '这一位的工作', 'rating']],
  },
  {
    rule: 'words of the office',
    edits: [['community[overall].title', { zh: '网格化服务满意吗？', en: 'Is governance good?' }]],
    finds: [
      ['HINT_JARGON', '网格化', 'overall'],
      ['HINT_JARGON', 'governance', 'overall'],
    ],
  },
  {
    rule: 'a required multiple choice without a way out',
    edits: [
      ['community[needs].required', true],
      ['community[needs].options[nothing].title', { zh: '修健身器材', en: 'Sports gear' }],
    ],
    finds: [['HINT_FORCED_CHOICE', 'required: true', 'needs']],
  },
  {
    rule: 'eleven questions about the community',
    edits: [['community', scales(11)]],
    finds: [['HINT_MANY_QUESTIONS', 'community:', null]],
  },
  {
    rule: 'three questions about each person',
    edits: [['appraisee[2]', scales(1)[0]]],
    finds: [['HINT_MANY_QUESTIONS', 'appraisee:', null]],
  },
];

const ROWS = [...FORM, ...WORDS, ...HINTS];

describe('lintQuestionnaire', () => {
  it('finds nothing in the default questionnaire, not even a hint', () => {
    const text = readFileSync(
      new URL('../../../questionnaires/cn-community-service-2024.yaml', import.meta.url),
      'utf8',
    );
    expect(lintQuestionnaireText(text).findings).toEqual([]);
    expect(lintQuestionnaire(defaultQuestionnaire)).toEqual([]);
  });

  it('finds nothing in a questionnaire with every kind of question, nor in the one tests build on', () => {
    expect(lintQuestionnaireText(SOUND).findings).toEqual([]);
    expect(lintQuestionnaire(questionnaireWith())).toEqual([]);
  });

  it.each(ROWS)('finds $rule', ({ edits, finds }) => {
    const text = edited(SOUND, edits);
    const lines = text.split('\n');
    const { findings, questionnaire } = lintQuestionnaireText(text);
    expect(findings.map(({ code, rule }) => [code, rule]).sort()).toEqual(
      finds.map(([code, , rule]) => [code, rule]).sort(),
    );
    for (const [code, at] of finds) {
      const places = findings.filter((each) => each.code === code).map(({ line }) => lines[line - 1]);
      expect(places).toContainEqual(expect.stringContaining(at));
    }
    for (const { code, severity, message, messageZh } of findings) {
      expect(severity).toBe(code in QUESTIONNAIRE_HINTS ? 'hint' : 'error');
      expect(message).toMatch(/[a-z]/i);
      expect(messageZh).toMatch(/\p{Script=Han}/u);
    }
    // Without the file the same is found in the same places of the value.
    if (questionnaire === null) return;
    const placeless = lintQuestionnaire(questionnaire).map(({ code, path, line }) => [code, path, line]);
    expect(placeless.sort()).toEqual(findings.map(({ code, path }) => [code, path, 0]).sort());
  });

  it('has a test for every code', () => {
    const tested = new Set(ROWS.flatMap(({ finds }) => finds.map(([code]) => code)));
    tested.add('LINT_YAML'); // below
    expect([...tested].sort()).toEqual(
      [...Object.keys(QUESTIONNAIRE_FAULTS), ...Object.keys(QUESTIONNAIRE_HINTS)].sort(),
    );
  });

  it.each([
    ['what is no YAML', 'a: [\nb', 'LINT_YAML'],
    ['a key written twice', `${SOUND}id: demo\n`, 'LINT_YAML'],
    ['an empty file', '', 'LINT_TYPE'],
    ['a list', '- a', 'LINT_TYPE'],
  ])('finds %s', (_what, text, code) => {
    const { findings, questionnaire, hash } = lintQuestionnaireText(text);
    expect(findings.map((each) => each.code)).toContain(code);
    expect({ questionnaire, hash }).toEqual({ questionnaire: null, hash: null });
  });

  it('never throws, whatever the text', () => {
    const broken = fc.tuple(fc.nat(SOUND.length), fc.nat(60), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(broken, ([at, cut, put]) => {
        lintQuestionnaireText(SOUND.slice(0, at) + put + SOUND.slice(at + cut));
      }),
    );
  });
});
