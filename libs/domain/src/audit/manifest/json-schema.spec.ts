import { describe, expect, it } from '@jest/globals';
import { manifestJsonSchema } from './json-schema.js';

describe('manifestJsonSchema', () => {
  it('refuses unknown keys and explains the shared shapes', () => {
    const schema = manifestJsonSchema();
    expect(schema['additionalProperties']).toBe(false);
    expect(Object.keys(schema['$defs'] as object).sort()).toEqual(
      ['AbsentItem', 'Build', 'Entry', 'EntryName', 'Hash', 'History', 'Id', 'LeafNumber'].sort(),
    );
  });
});
