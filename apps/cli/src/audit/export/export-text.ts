import { type Language, speaker } from '../../terminal/language.js';
import type { Exported } from './export.js';

/** What was written, and how to verify it. */
export function exportText(exported: Exported, language: Language): string {
  const say = speaker(language);
  const { file, bytes, entries, histories, size, root, origin, bundleHash, missing, unnumbered } = exported;
  return [
    say(
      `已写入 ${file}（${bytes} 字节，${entries} 个文件，${histories} 次运行）`,
      `wrote ${file} (${bytes} bytes, ${entries} entries, ${histories} runs)`,
    ),
    say(`日志 ${origin}，${size} 条`, `log ${origin}, ${size} entries`),
    say(`树根 ${root}`, `root ${root}`),
    say(`包的哈希 ${bundleHash}`, `hash of the bundle ${bundleHash}`),
    ...(missing > 0
      ? [say(`! 日志所列 ${missing} 条已不存在`, `! ${missing} of what the log names is gone`)]
      : []),
    ...(unnumbered > 0
      ? [
          say(
            `! ${unnumbered} 条尚未入日志：先运行 kaoji audit sweep`,
            `! ${unnumbered} rows are not in the log yet: run kaoji audit sweep first`,
          ),
        ]
      : []),
    say(`核验：${verifyCommand(file)}`, `verify: ${verifyCommand(file)}`),
  ].join('\n');
}

/** The command that verifies a bundle. */
export function verifyCommand(file: string): string {
  return `npm run kaoji -- audit verify ${file}`;
}
