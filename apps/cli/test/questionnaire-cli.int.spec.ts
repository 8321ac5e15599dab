import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { defaultQuestionnaire, questionnaireHash } from '@kaoji/domain';
import { runHere as kaoji, runKaoji } from './run-kaoji.js';

const domain = (file: string) => fileURLToPath(new URL(`../../../libs/domain/${file}`, import.meta.url));
const shipped = domain('questionnaires/cn-community-service-2024.yaml');
const folder = mkdtempSync(join(tmpdir(), 'kaoji-survey-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The shipped questionnaire with one piece of its text replaced; the piece must be there. */
function questionnaireWith(name: string, from: string, to: string): string {
  const source = readFileSync(shipped, 'utf8');
  expect(source).toContain(from);
  return write(name, source.replace(from, to));
}

describe('kaoji survey lint', () => {
  it('finds nothing in the shipped questionnaire and gives its hash', async () => {
    const { out, err, exitCode } = await runKaoji(['survey', 'lint', shipped, '--json'], { cwd: folder });
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 });
    const hash = questionnaireHash(defaultQuestionnaire);
    expect(JSON.parse(out)).toEqual({ format: 'kaoji-lint/1', hash, findings: [] });
  });

  it('names what it finds with file, line, code and question, and exits 1', async () => {
    const file = questionnaireWith('blank.yaml', 'zh: 工作人员待人的态度，您满意吗？', 'zh: 待定');
    const { out, exitCode } = await kaoji(['survey', 'lint', file]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^\S+blank\.yaml:\d+: LINT_TEXT_PLACEHOLDER manner: .*\[community\.1\.title\.zh\]\n/);
    expect(out).toMatch(/\n共 1 个问题\n$/);
  });

  it('gives hints and exits 0 when there is nothing else', async () => {
    const file = questionnaireWith('jargon.yaml', 'zh: 还有什么想说的？', 'zh: 还有什么诉求？');
    const { out, exitCode } = await kaoji(['survey', 'lint', file, '--lang', 'en']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/: HINT_JARGON: .*\n\S+jargon\.yaml: nothing found, hints: 1\n$/);
    const json = await kaoji(['survey', 'lint', file, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ findings: [{ code: 'HINT_JARGON', severity: 'hint' }] });
  });

  it('takes a file of another form for findings, not for a questionnaire', async () => {
    const { out, exitCode } = await kaoji(['survey', 'lint', write('other.yaml', 'id: x\n'), '--json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ hash: null });
  });

  it.each([
    ['QUESTIONNAIRE_INVALID', write('not.yaml', 'a: [\nb')],
    ['FILE_NOT_FOUND', join(folder, 'nowhere.yaml')],
  ])('refuses with %s what it cannot read', async (code, file) => {
    const { out, err, exitCode } = await kaoji(['survey', 'lint', file]);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toMatch(new RegExp(`^kaoji: ${code}: [^\\n]+\\n$`));
  });
});

describe('kaoji survey schema', () => {
  it('prints the schema that is published', async () => {
    const { out, exitCode } = await kaoji(['survey', 'schema']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toEqual(
      JSON.parse(readFileSync(domain('schemas/questionnaire.schema.json'), 'utf8')),
    );
  });
});
