import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { QUESTIONNAIRE_FAULTS, QUESTIONNAIRE_HINTS } from './lint-codes.js';
import { lintQuestionnaireText } from './lint-questionnaire.js';
import { questionnaireSchema } from './questionnaire.js';

const PAGE = readFileSync(new URL('../../../../../docs/questionnaire.md', import.meta.url), 'utf8');
const named = new Set(
  [...PAGE.matchAll(/^\| ((?:`[^`]+` *)+)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  ),
);

describe('docs/questionnaire.md', () => {
  it('explains every key at the top of a questionnaire', () => {
    expect(Object.keys(questionnaireSchema.shape).filter((key) => !named.has(key))).toEqual([]);
  });

  it('explains every lint code and no other', () => {
    const codes = { ...QUESTIONNAIRE_FAULTS, ...QUESTIONNAIRE_HINTS };
    expect([...named].filter((each) => /^(LINT|HINT)_/.test(each ?? '')).sort()).toEqual(
      Object.keys(codes).sort(),
    );
    for (const { zh, en } of Object.values(codes)) {
      expect(PAGE).toContain(zh);
      expect(PAGE).toContain(en);
    }
  });

  it('shows a questionnaire that lint finds nothing in', () => {
    const [, shown = ''] = /```yaml\n([^]*?)```/.exec(PAGE) ?? [];
    expect(lintQuestionnaireText(shown)).toMatchObject({ findings: [], questionnaire: { id: 'demo' } });
  });
});
