import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Evaluation } from '@kaoji/domain';
import type { AppraiseeInput } from '@kaoji/domain/testing';
import { nationalCase, staffMember } from './national-case.js';
import { type Ending, runHere, runKaoji } from './run-kaoji.js';

const national = fileURLToPath(
  new URL('../../../libs/domain/rulebooks/cn-public-institution-2023.yaml', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'kaoji-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const spawned = (words: readonly string[], input = ''): Promise<Ending> =>
  runKaoji(words, { cwd: folder, input });

const kaoji = runHere;

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function writeBytes(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, new Uint8Array([0xff, 0xfe, 0x00]));
  return path;
}

/** The national rulebook with one piece of its text replaced; the piece must be there. */
function rulebookWith(name: string, from: string, to: string): string {
  const source = readFileSync(national, 'utf8');
  expect(source).toContain(from);
  return write(name, source.replace(from, to));
}

const good = write('case.json', nationalCase());
const withFirst = (changes: Partial<AppraiseeInput>) =>
  nationalCase({ appraisees: [staffMember('first', 95, changes)] });

describe('kaoji rulebook evaluate', () => {
  it('grades the unit by the national rulebook and recomputes every step', async () => {
    const { out, err, exitCode } = await spawned(['rulebook', 'evaluate', national, 'case.json', '--json']);
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    const evaluation = JSON.parse(out) as Evaluation & {
      derivationsChecked: { nodes: number; failures: number };
    };
    expect(
      Object.fromEntries(
        evaluation.people.map(({ id, final }) => [id, [final.grade ?? final.status, final.rule]]),
      ),
    ).toEqual({
      first: ['excellent', 'band.excellent'],
      second: ['competent', 'quota.excellent'],
      floor: ['incompetent', 'veto.satisfaction_floor'],
      held: ['held', 'hold.investigation'],
      punished: ['incompetent', 'discipline.party_serious_warning.duty'],
    });
    expect(evaluation.derivationsChecked.nodes).toBeGreaterThan(5 * 30);
    expect(evaluation.derivationsChecked.failures).toBe(0);
  });

  it('prints the table in Chinese, with the clause and the quota line', async () => {
    const { out, exitCode } = await kaoji(['rulebook', 'evaluate', national, good]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/│ second .* 优秀 → 合格 .* 第十五条第一款/);
    expect(out).toMatch(/名额: 应参加考核人数 5 × 20% = 1 → 1 .* 第十五条第一款/);
    expect(out).toMatch(/临界 #2\/1 second 线下/);
    expect(out).toMatch(/逐步复算无误/);
  });

  it('reads the case from standard input and opens one person to the last mark', async () => {
    const words = ['rulebook', 'evaluate', national, '-', '--person', 'floor', '--lang', 'en'];
    const { out, exitCode } = await spawned(words, JSON.stringify(nationalCase()));
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^floor \(u1\): incompetent — veto 京民基发/);
    expect(out).toMatch(/satisfied ballots = 149\n\s+valid ballots = 250/);
  });

  it('tries a rulebook lint has findings on, and says so on standard error', async () => {
    const file = rulebookWith('weights.yaml', '    weight: 40\n    rounding', '    weight: 39\n    rounding');
    const { out, err, exitCode } = await kaoji(['rulebook', 'evaluate', file, good, '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(err).toMatch(/^kaoji: warning: \S+weights\.yaml has 1 lint findings.*\n$/);
    expect(out).toContain('Unit u1: 5 people');
  });

  const badCases: [string, string, () => string, string][] = [
    ['FILE_NOT_FOUND', 'a case that is not there', () => join(folder, 'nowhere.json'), 'nowhere.json'],
    ['FILE_UNREADABLE', 'a folder', () => folder, 'EISDIR'],
    ['NOT_UTF8', 'bytes that are no text', () => writeBytes('bytes.json'), 'bytes.json'],
    ['NOT_JSON', 'a file that is not JSON', () => write('a.json', '{"format":\n,}'), 'line 2'],
    [
      'NUMBER_NOT_EXACT',
      'a number a float would cut',
      () => write('b.json', '[92.12345678901234567]'),
      'line 1',
    ],
    ['KEY_DUPLICATE', 'a key given twice', () => write('c.json', '{"a":1,"a":2}'), '"a"'],
    ['KEY_FORBIDDEN', 'a key of the language itself', () => write('c2.json', '{"__proto__":1}'), '__proto__'],
    ['CASE_INVALID', 'an unknown key', () => write('d.json', { ...nationalCase(), name: 1 }), 'CASE_FORM'],
    ['CASE_INVALID', 'an unknown unit', () => write('e.json', withFirst({ unit: 'u9' })), 'UNIT_UNKNOWN'],
    [
      'CASE_INVALID',
      'an unknown part',
      () => write('f.json', withFirst({ marks: [{ part: 'x', role: 'peer', rater: 'w', value: '1' }] })),
      'PART_UNKNOWN',
    ],
    [
      'CASE_INVALID',
      'a mark outside its scale',
      () =>
        write(
          'g.json',
          withFirst({ marks: [{ part: 'staff.tasks', role: 'supervisor', rater: 's', value: '100.5' }] }),
        ),
      'MARK_OUT_OF_SCALE',
    ],
    [
      'CASE_INVALID',
      'the same person twice',
      () => write('h.json', nationalCase({ appraisees: [staffMember('p', 90), staffMember('p', 90)] })),
      'APPRAISEE_DUPLICATE',
    ],
    [
      'CASE_INVALID',
      'an unknown fact',
      () => write('i.json', withFirst({ facts: { moon: true } })),
      'FACT_UNKNOWN',
    ],
  ];
  it.each(badCases)('refuses with %s %s', async (code, _what, file, words) => {
    const { out, err, exitCode } = await kaoji(['rulebook', 'evaluate', national, file()]);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
    expect(err).toContain(words);
  });

  it('ends a process with exit 2 and its one line, and no stack', async () => {
    expect(await spawned(['rulebook', 'evaluate', national, 'nowhere.json'])).toEqual({
      out: '',
      err: 'kaoji: FILE_NOT_FOUND: There is no file nowhere.json.\n',
      exitCode: 2,
    });
  });

  it('lists every fault of a case with --json', async () => {
    const file = write('many.json', withFirst({ unit: 'u9', category: 'x' }));
    const { out, exitCode } = await kaoji(['rulebook', 'evaluate', national, file, '--json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      format: 'kaoji-error/1',
      code: 'CASE_INVALID',
      details: { errors: [{ code: 'UNIT_UNKNOWN' }, { code: 'CATEGORY_UNKNOWN' }] },
    });
  });

  it('refuses with RULEBOOK_INVALID a rulebook that is not YAML, naming the line', async () => {
    const file = write('broken.yaml', 'format: kaoji-rulebook/1\nid: [\n');
    const { err, exitCode } = await kaoji(['rulebook', 'evaluate', file, good]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^kaoji: RULEBOOK_INVALID: \S+broken\.yaml: Line \d: [^\n]+\n$/);
  });

  it('refuses with RULEBOOK_INVALID a key the format does not have', async () => {
    const file = rulebookWith('key.yaml', 'compositeRounding: none', 'compositeRounding: none\nextra: 1');
    const { err, exitCode } = await kaoji(['rulebook', 'evaluate', file, good]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^kaoji: RULEBOOK_INVALID: \S+key\.yaml: Line \d+: Unknown key "extra"\.\n$/);
  });

  it('refuses with PERSON_UNKNOWN somebody who is not in the case', async () => {
    const { err, exitCode } = await kaoji(['rulebook', 'evaluate', national, good, '--person', 'nobody']);
    expect({ err, exitCode }).toEqual({
      err: 'kaoji: PERSON_UNKNOWN: There is nobody "nobody" in the case.\n',
      exitCode: 2,
    });
  });
});

describe('kaoji rulebook lint', () => {
  it('finds nothing in the national rulebook', async () => {
    const { out, exitCode } = await kaoji(['rulebook', 'lint', national, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'kaoji-lint/1', findings: [] });
  });

  it('names what it finds with file, line and code, and exits 1', async () => {
    const file = rulebookWith(
      'notice.yaml',
      'grades: [excellent]\n    workingDays: 5',
      'grades: [excellent]\n    workingDays: 4',
    );
    const { out, exitCode } = await spawned(['rulebook', 'lint', file, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^\S+notice\.yaml:\d+: LINT_NOTICE_TOO_SHORT process\.notice 第十七条第四项: /);
  });

  it('refuses with RULEBOOK_INVALID what is not YAML at all', async () => {
    const { err, exitCode } = await kaoji(['rulebook', 'lint', write('not.yaml', 'a: [\nb')]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^kaoji: RULEBOOK_INVALID: \S+not\.yaml: Line \d: [^\n]+\n$/);
  });
});

describe('kaoji rulebook diff', () => {
  it('finds no difference between a rulebook and itself in another layout', async () => {
    const same = rulebookWith(
      'layout.yaml',
      'compositeRounding: none',
      '# a remark\ncompositeRounding: "none"',
    );
    const { exitCode, out } = await kaoji(['rulebook', 'diff', national, same, good, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ graded: [], scored: [], quota: [] });
  });

  it('says who would be graded differently, by which decisions, and exits 1', async () => {
    const lower = rulebookWith('lower.yaml', 'value: 0.60 }', 'value: 0.50 }');
    const { exitCode, out } = await spawned(['rulebook', 'diff', national, lower, good, '--lang', 'en']);
    expect(exitCode).toBe(1);
    expect(out).toContain('floor (u1): incompetent → competent');
    expect(out).toMatch(/A: incompetent — veto 京民基发.*\n\s+B: competent — band 第十条/);
    expect(out).toContain('graded differently: 1 of 5');
  });
});

describe('kaoji rulebook schema and hash', () => {
  it.each([
    [[], 'kaoji-rulebook/1'],
    [['--case'], 'kaoji-case/1'],
  ])('schema %p is a JSON Schema', async (flags, title) => {
    const { out, exitCode } = await kaoji(['rulebook', 'schema', ...flags]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title,
      type: 'object',
    });
  });

  it('hash changes with a rule and not with a remark', async () => {
    const hashOf = async (file: string) => (await kaoji(['rulebook', 'hash', file])).out;
    const remark = rulebookWith(
      'remark.yaml',
      'compositeRounding: none',
      '# remark\ncompositeRounding: none',
    );
    const rule = rulebookWith('rule.yaml', 'rounding: floor', 'rounding: ceil');
    const [original, remarked, ruled] = [await hashOf(national), await hashOf(remark), await hashOf(rule)];
    expect(original).toMatch(/^sha256:[0-9a-f]{64}\n$/);
    expect(remarked).toBe(original);
    expect(ruled).not.toBe(original);
  });
});

describe('usage', () => {
  it.each([
    [['rulebook', 'frobnicate'], "unknown command 'frobnicate'"],
    [['rulebook', 'evaluate'], "missing required argument 'file'"],
    [['rulebook', 'lint', 'x', '--lang', 'fr'], "option '--lang <language>' argument 'fr' is invalid"],
    [['replay'], 'name --workflow ID [--run R], --appraisal ID or --cycle KEY'],
  ])('%p is refused with USAGE in one line', async (words, sentence) => {
    const { out, err, exitCode } = await kaoji(words);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(/^kaoji: USAGE: [^\n]+\n$/);
    expect(err).toContain(sentence);
  });

  it('help is no failure', async () => {
    const { out, exitCode } = await kaoji(['rulebook', '--help']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/evaluate .*<file> <case>/);
  });
});
