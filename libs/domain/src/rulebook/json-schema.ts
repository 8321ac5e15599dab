import { z } from 'zod';
import { unitCaseSchema } from '../evaluate/unit-case.js';
import { type JsonSchema, publishedSchema } from './published-schema.js';
import { conditionSchema } from './schema/condition.js';
import { rulebookSchema } from './schema/rulebook.js';
import { gradeEffectSchema, roundingSchema } from './schema/scoring.js';
import { decimalSchema, localTextSchema, ruleIdSchema } from './schema/text.js';

const named = z.registry<{ id: string; description: string }>();
named.add(localTextSchema, {
  id: 'LocalText',
  description: '中文在前，英文完整 / Chinese first, English complete',
});
named.add(decimalSchema, {
  id: 'Decimal',
  description: '精确十进制数，按书写的数字读取 / an exact decimal, read by its digits',
});
named.add(ruleIdSchema, { id: 'Code', description: '编号：小写字母、数字、_ . - / an identifier' });
named.add(conditionSchema, {
  id: 'Condition',
  description: '条件：事实、比较、数值；all/any/not / a condition as typed data',
});
named.add(gradeEffectSchema, {
  id: 'GradeEffect',
  description: 'cap 不得高于、force 确定为、outcome 不确定档次 / what a rule does to a grade',
});
named.add(roundingSchema, {
  id: 'Rounding',
  description: '舍入办法，没有默认值 / how a number is rounded; no default',
});

/** The JSON Schema of what a rulebook file may hold (`kaoji-rulebook/1`), before defaults are filled in. */
export function rulebookJsonSchema(): JsonSchema {
  return publishedSchema(rulebookSchema, named, {
    title: 'kaoji-rulebook/1',
    description:
      '考绩规则文件 / a Kaoji rulebook. The form only; `kaoji rulebook lint` checks what the rules say. See docs/rulebook.md.',
  });
}

/** The JSON Schema of a case file (`kaoji-case/1`): one unit, or several pooled ones, in one year. */
export function caseJsonSchema(): JsonSchema {
  return publishedSchema(unitCaseSchema, named, {
    title: 'kaoji-case/1',
    description:
      '考绩案例文件 / a Kaoji case: everything the engine needs to evaluate a unit, and nothing else.',
  });
}
