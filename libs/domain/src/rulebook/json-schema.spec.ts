import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseJsonSchema, rulebookJsonSchema } from './json-schema.js';

function published(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
}

// Written anew with: npm run -s kaoji rulebook schema [-- --case] > libs/domain/schemas/<file>
describe('the published JSON Schemas', () => {
  it.each([
    ['rulebook.schema.json', rulebookJsonSchema()],
    ['case.schema.json', caseJsonSchema()],
  ])('%s is what the code reads', (file, schema) => {
    expect(published(file)).toEqual(schema);
  });

  it('refuse unknown keys and explain the shared shapes', () => {
    const schema = rulebookJsonSchema();
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['$defs'] as object).sort()).toEqual([
      'Code',
      'Condition',
      'Decimal',
      'GradeEffect',
      'LocalText',
      'Rounding',
    ]);
  });
});
