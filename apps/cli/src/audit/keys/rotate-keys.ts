import { rotateLogKey } from '@kaoji/application';
import { type Language, speaker } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';
import { withLog } from '../with-log.js';

export type RotateOptions = { readonly cycle: string; readonly json: boolean; readonly language: Language };

/** Lets the first configured key sign the log from now on, and prints what both keys signed. Refuses as `rotateLogKey`. */
export async function rotateKeys(
  terminal: Terminal,
  { cycle, json, language }: RotateOptions,
): Promise<void> {
  const { from, key, numbered } = await withLog((deps) => rotateLogKey(deps, cycle));
  const { keyId, name, suite, change } = key;
  if (json) {
    const head = numbered.head === null ? null : { size: numbered.head.size, root: numbered.head.root };
    terminal.out(JSON.stringify({ format: 'kaoji-key-change/1', from, keyId, name, suite, change, head }));
    return;
  }
  const say = speaker(language);
  terminal.out(
    [
      say(
        `从第 ${from} 条起由密钥 ${name} 签署；请把下文公布于数据库之外`,
        `From ${from} entries on, the key ${name} signs. Publish this outside the database:`,
      ),
      '',
      change ?? '',
    ].join('\n'),
  );
}
