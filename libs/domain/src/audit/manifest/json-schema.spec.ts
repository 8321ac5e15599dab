import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { manifestJsonSchema } from './json-schema.js';

// Written anew with: npm run -s kaoji audit schema > libs/domain/schemas/audit-manifest.schema.json
describe('manifestJsonSchema', () => {
  it('is what is published', () => {
    const file = new URL('../../../schemas/audit-manifest.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(manifestJsonSchema());
  });

  it('refuses unknown keys and explains the shared shapes', () => {
    const schema = manifestJsonSchema();
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['$defs'] as object).sort()).toEqual(
      ['AbsentItem', 'Build', 'Entry', 'EntryName', 'Hash', 'History', 'Id', 'LeafNumber'].sort(),
    );
  });
});
