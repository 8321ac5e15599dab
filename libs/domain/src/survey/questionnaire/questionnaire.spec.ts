import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../../refusal.js';
import { defaultQuestionnaire } from './default-questionnaire.js';
import { parseQuestionnaire } from './parse-questionnaire.js';
import { questionnaireHash } from './questionnaire-hash.js';
import { questionnaireJsonSchema } from './questionnaire-json-schema.js';
import type { Questionnaire } from './questionnaire.js';

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const YAML = read('questionnaires/cn-community-service-2024.yaml');

function refusalOf(text: string): Refusal {
  try {
    parseQuestionnaire(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('not refused');
}

describe('the default questionnaire', () => {
  it('is the same in its file and as a value', () => {
    expect(parseQuestionnaire(YAML)).toEqual(defaultQuestionnaire);
  });

  it('asks five short questions about the community and one about each person, on one screen', () => {
    expect(defaultQuestionnaire.community.map(({ id }) => id)).toEqual([
      'overall',
      'manner',
      'problems',
      'emergencies',
      'openness',
    ]);
    expect(defaultQuestionnaire.appraisee.map(({ id }) => id)).toEqual(['rating']);
    expect(defaultQuestionnaire.questionsPerScreen).toBeUndefined();
  });
});

describe('parseQuestionnaire', () => {
  it('refuses QUESTIONNAIRE_INVALID with every finding and its line', () => {
    const refusal = refusalOf(YAML.replace("version: '1'", 'version: 1\nowner: somebody'));
    expect(refusal.code).toBe('QUESTIONNAIRE_INVALID');
    expect(refusal.message).toMatch(/^Line 1\d: .* \(and 1 more\)$/);
    expect(refusal.details['findings']).toMatchObject([{ code: 'LINT_TYPE' }, { code: 'LINT_UNKNOWN_KEY' }]);
  });

  it('refuses what is not YAML', () => {
    expect(refusalOf('a: [').details['findings']).toMatchObject([{ code: 'LINT_YAML', line: 1 }]);
  });
});

describe('questionnaireHash', () => {
  const hash = questionnaireHash(defaultQuestionnaire);

  it('does not depend on comments, layout, or YAML against JSON', () => {
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    const indented = JSON.stringify(defaultQuestionnaire, null, '\t');
    for (const text of [YAML.replaceAll(/^ *# .*$/gm, ''), indented]) {
      expect(questionnaireHash(parseQuestionnaire(text))).toBe(hash);
    }
  });

  it.each<[string, Partial<Questionnaire>]>([
    ['a word', { intro: { ...defaultQuestionnaire.intro, zh: '请选。' } }],
    ['the order of questions', { community: [...defaultQuestionnaire.community].reverse() }],
    ['the version', { version: '2' }],
    ['questions per screen', { questionsPerScreen: 5 }],
  ])('changes with %s', (_what, change) => {
    expect(questionnaireHash({ ...defaultQuestionnaire, ...change })).not.toBe(hash);
  });
});

describe('the published JSON Schema', () => {
  // Written anew with: npm run -s kaoji survey schema > libs/domain/schemas/questionnaire.schema.json
  it('is what the code reads', () => {
    expect(JSON.parse(read('schemas/questionnaire.schema.json'))).toEqual(questionnaireJsonSchema());
  });

  it('refuses unknown keys and explains the shared shapes', () => {
    const schema = questionnaireJsonSchema();
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['$defs'] as object).sort()).toEqual(['Id', 'Question', 'Text']);
  });
});
