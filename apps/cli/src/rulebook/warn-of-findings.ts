import type { Finding } from '@kaoji/domain';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

/** One line on standard error when the rulebook tried here could not be published as it is. */
export function warnOfFindings(
  terminal: Terminal,
  file: string,
  findings: readonly Finding[],
  language: Language,
): void {
  if (findings.length === 0) return;
  const say = speaker(language);
  terminal.err(
    say(
      `kaoji: 注意：${file} 有 ${findings.length} 个 lint 问题，尚不能发布；以下只是试算（kaoji rulebook lint ${file}）`,
      `kaoji: warning: ${file} has ${findings.length} lint findings and cannot be published; this is a trial (kaoji rulebook lint ${file})`,
    ),
  );
}
