import { z } from 'zod';
import { type JsonSchema, publishedSchema } from '../../rulebook/published-schema.js';
import { questionnaireSchema, questionSchema, surveyIdSchema, surveyTextSchema } from './questionnaire.js';

const named = z.registry<{ id: string; description: string }>();
named.add(surveyTextSchema, {
  id: 'Text',
  description: '中文在前，英文完整 / Chinese first, English complete',
});
named.add(surveyIdSchema, {
  id: 'Id',
  description: '编号：小写字母开头，可用数字、_ 和 - / an identifier: lower case, digits, _ and -',
});
named.add(questionSchema, {
  id: 'Question',
  description: '题目：scale 评分、single 单选、multiple 多选 / a question: scale, single or multiple choice',
});

/** The JSON Schema of what a questionnaire file may hold. */
export function questionnaireJsonSchema(): JsonSchema {
  return publishedSchema(questionnaireSchema, named, {
    title: 'kaoji-questionnaire/1',
    description:
      '居民满意度问卷 / a Kaoji questionnaire. The form only; `kaoji survey lint` checks the words. See docs/questionnaire.md.',
  });
}
