import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { APPROVAL_ROWS } from '../testing/approval-rows.js';
import { APPROVAL_REFUSALS, APPROVAL_VERBS } from './approval-act.js';
import { ALWAYS_REASON, DEPUTY_VERBS } from './may-act.js';

const page = (name: string) => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
const PAGE = page('approvals.md');

function tableUnder(title: string): readonly (readonly string[])[] {
  const text = PAGE.split(/^## /m).find((each) => each.startsWith(title)) ?? '';
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
const codesIn = (cell = '') => [...cell.matchAll(/`([A-Za-z_]+)`/g)].map((match) => match[1] ?? '');

const VERBS = tableUnder('动词').map((row) => ({ verb: codesIn(row[0])[0], row }));
/** Said once for every verb, above the table. */
const ANY_VERB = ['ALREADY_DECIDED', 'STAGE_NOT_OPEN', 'RECUSED', 'REASON_REQUIRED'];

describe('docs/approvals.md', () => {
  it('has every verb once', () => {
    expect(VERBS.map(({ verb }) => verb)).toEqual([...APPROVAL_VERBS].sort(byTable));
  });

  it.each(APPROVAL_VERBS)(
    'says of %s with which codes it is refused, as the rows of the verbs show',
    (verb) => {
      const said = codesIn(VERBS.find((each) => each.verb === verb)?.row[7]);
      const shown = APPROVAL_ROWS.filter(({ act }) => /^\S+ (\w+)/.exec(act)?.[1] === verb).flatMap(
        ({ refused }) => (refused === undefined || ANY_VERB.includes(refused) ? [] : [refused]),
      );
      expect([...said].sort()).toEqual([...new Set(shown)].sort());
    },
  );

  it('says which verbs always want a reason and which a deputy may use', () => {
    const marked = (column: number) => VERBS.filter(({ row }) => row[column] !== '—').map(({ verb }) => verb);
    expect(marked(5).sort()).toEqual([...ALWAYS_REASON].sort());
    expect(marked(6).sort()).toEqual([...DEPUTY_VERBS].sort());
  });

  it('says every cell in words', () => {
    for (const { row } of VERBS) {
      expect(row[1]).toMatch(/\p{Script=Han}/u);
      expect(row[4]).toMatch(/\p{Script=Han}/u);
      expect(row[8]).toMatch(/[a-z]{3}/);
    }
  });

  it('explains every refusal, and each is shown by a row', () => {
    expect(tableUnder('拒绝代码').map((row) => codesIn(row[0])[0])).toEqual([...APPROVAL_REFUSALS]);
    const shown = new Set(APPROVAL_ROWS.map(({ refused }) => refused));
    expect(APPROVAL_REFUSALS.filter((code) => !shown.has(code))).toEqual([]);
  });

  it('has a word for every verb in the glossary', () => {
    const glossary = page('glossary.md');
    expect(APPROVAL_VERBS.filter((verb) => !glossary.includes(`\`${verb}\``))).toEqual([]);
  });
});

function byTable(a: string, b: string): number {
  const order = VERBS.map(({ verb }) => verb);
  return order.indexOf(a) - order.indexOf(b);
}
