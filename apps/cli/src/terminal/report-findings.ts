import { type Finding, Refusal } from '@kaoji/domain';
import { type Language, speaker } from './language.js';
import { nameOf } from './read-text.js';
import type { Terminal } from './terminal.js';

export type LintOptions = { readonly file: string; readonly json: boolean; readonly language: Language };

/** A hint says what could be better; anything else is in the way. */
type Found = Finding & { readonly severity?: 'error' | 'hint' };
type Linted = { readonly findings: readonly Found[]; readonly hash: string | null };

/**
 * Prints what lint found in a file, one line each with its place and clause; exit 1 when there is anything but
 * hints. Text that is not even YAML is bad input and refused with the code `unreadable`.
 */
export function reportFindings(
  terminal: Terminal,
  { file, json, language }: LintOptions,
  { findings, hash }: Linted,
  unreadable: string,
): void {
  const notYaml = findings.find((finding) => finding.code === 'LINT_YAML');
  if (notYaml !== undefined) {
    throw new Refusal(unreadable, `${nameOf(file)}: Line ${notYaml.line}: ${notYaml.message}`, { findings });
  }
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-lint/1', hash, findings }));
  else terminal.out(findingsText(file, findings, language));
  terminal.setExitCode(findings.every(isHint) ? 0 : 1);
}

/** The findings for people, as editors understand places: `file:line: CODE rule clause: sentence`. */
function findingsText(file: string, findings: readonly Found[], language: Language): string {
  const say = speaker(language);
  const hints = findings.filter(isHint).length;
  const faults = findings.length - hints;
  const total =
    faults === 0
      ? say(`${file}：没有问题`, `${file}: nothing found`)
      : say(`共 ${faults} 个问题`, `findings: ${faults}`);
  const more = hints === 0 ? '' : say(`，${hints} 条提示`, `, hints: ${hints}`);
  return [...findings.map((finding) => findingLine(file, finding, language)), `${total}${more}`].join('\n');
}

function isHint(finding: Found): boolean {
  return finding.severity === 'hint';
}

function findingLine(file: string, finding: Finding, language: Language): string {
  const place = finding.line === 0 ? file : `${file}:${finding.line}`;
  const about = [finding.code, finding.rule, finding.clause].filter((part) => part !== null).join(' ');
  const path = finding.path === '' ? '' : ` [${finding.path}]`;
  return `${place}: ${about}: ${speaker(language)(finding.messageZh, finding.message)}${path}`;
}
