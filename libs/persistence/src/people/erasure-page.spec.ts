import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Column } from '../schema/columns.js';
import { sealedName } from '../schema/columns.js';
import { entitiesFor } from '../schema/entities.js';
import { SEALED } from './sealed-columns.js';

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `table.column` and the word in its second cell. */
const ON_THE_PAGE = new Map(
  [
    ...readFileSync(new URL('../../../../docs/erasure.md', import.meta.url), 'utf8').matchAll(
      /^\| `(\w+\.\w+)` +\| ([a-z ]+?) +\|/gm,
    ),
  ].map((row) => [row[1]!, row[2]!] as const),
);

describe('docs/erasure.md', () => {
  it('has a line for every column of free text or JSON, and for no other', () => {
    const wide = entitiesFor('mysql').flatMap(({ options }) =>
      Object.values(options.columns as Record<string, Column>)
        .filter(({ type, length }) => type === 'mediumtext' || length === sealedName().length)
        .map(({ name }) => `${options.name}.${name}`),
    );
    expect([...ON_THE_PAGE.keys()].sort()).toEqual(wide.sort());
  });

  it('says of those that are sealed, and of no other, that they are', () => {
    const sealed = Object.values(SEALED).flatMap(({ table, columns }) =>
      (columns as readonly string[]).map((column) => `${table.options.name}.${snakeCase(column)}`),
    );
    sealed.push('approval_act.acknowledged'); // a list, each of its cases about another person
    const said = [...ON_THE_PAGE].filter(([, word]) => word === 'yes' || word === 'its texts');
    expect(said.map(([name]) => name).sort()).toEqual(sealed.sort());
  });
});
