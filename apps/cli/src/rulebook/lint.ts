import { type Finding, lintRulebook, Refusal } from '@kaoji/domain';
import { type Language, speaker } from '../terminal/language.js';
import { readText } from '../terminal/read-text.js';
import type { Terminal } from '../terminal/terminal.js';

export type LintOptions = { readonly file: string; readonly json: boolean; readonly language: Language };

/**
 * Prints what lint finds, one line each with its place and clause; exit 1 when there is anything. Text that is
 * not even YAML is bad input and refused with `RULEBOOK_INVALID`.
 */
export async function lint(terminal: Terminal, { file, json, language }: LintOptions): Promise<void> {
  const { findings, hash } = lintRulebook(await readText(file));
  const unreadable = findings.find((finding) => finding.code === 'LINT_YAML');
  if (unreadable !== undefined) {
    throw new Refusal('RULEBOOK_INVALID', `${file}: Line ${unreadable.line}: ${unreadable.message}`, {
      findings,
    });
  }
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-lint/1', hash, findings }));
  else terminal.out(lintText(file, findings, language));
  terminal.setExitCode(findings.length === 0 ? 0 : 1);
}

/** The findings for people, as editors understand places: `file:line: CODE rule clause: sentence`. */
export function lintText(file: string, findings: readonly Finding[], language: Language): string {
  const say = speaker(language);
  return [
    ...findings.map((finding) => findingLine(file, finding, language)),
    findings.length === 0
      ? say(`${file}：没有问题`, `${file}: nothing found`)
      : say(`共 ${findings.length} 个问题`, `findings: ${findings.length}`),
  ].join('\n');
}

function findingLine(file: string, finding: Finding, language: Language): string {
  const place = finding.line === 0 ? file : `${file}:${finding.line}`;
  const about = [finding.code, finding.rule, finding.clause].filter((part) => part !== null).join(' ');
  const path = finding.path === '' ? '' : ` [${finding.path}]`;
  return `${place}: ${about}: ${speaker(language)(finding.messageZh, finding.message)}${path}`;
}
