import { checkHeads, numberEntries, verifierKey, type HeadsCheck } from '@kaoji/application';
import { suiteOf } from '@kaoji/gateways';
import { type Language, speaker } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';
import { withLog } from '../with-log.js';

export type HeadsOptions = {
  readonly cycle: string;
  readonly number: boolean;
  readonly json: boolean;
  readonly language: Language;
};

/**
 * Lists the heads of a cycle's log and says whether signatures and entries still agree, with the witness's heads too
 * where KAOJI_WITNESS names them; exit 1 where not. Refuses as `numberEntries` and `openDatabase`.
 */
export async function heads(terminal: Terminal, options: HeadsOptions): Promise<void> {
  const { cycle, number, json, language } = options;
  const checked = await withLog(async (deps) => {
    if (number) await numberEntries(deps, cycle);
    const files = (await deps.witness?.read())?.files ?? [];
    return checkHeads(deps, { cycleId: cycle, witnessed: files.map(({ note }) => note) });
  });
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-heads/1', ...jsonOf(checked) }));
  else terminal.out(textOf(checked, speaker(language)));
  terminal.setExitCode(checked.fault === null ? 0 : 1);
}

function jsonOf({ origin, size, heads: all, keys, fault }: HeadsCheck) {
  const told = all.map(({ size: leaves, root, suite, at, timestamp, note }) => ({
    ...{ size: leaves, root, suite, at: new Date(at).toISOString(), stamped: timestamp !== null, note },
  }));
  return { origin, size, heads: told, keys: verifierKeys(keys), fault };
}

/** Each key as one word, in the form other tools for signed notes take (C2SP): to be published. */
function verifierKeys(keys: HeadsCheck['keys']): readonly string[] {
  return keys.flatMap((key) => {
    const suite = suiteOf(key.suite);
    return suite === null ? [] : [verifierKey(suite, key)];
  });
}

function textOf(
  { origin, size, heads: all, keys, fault }: HeadsCheck,
  say: ReturnType<typeof speaker>,
): string {
  const latest = all.at(-1);
  const lines = all.map(
    ({ size: leaves, root, at, timestamp }) =>
      `${String(leaves).padStart(9)}  ${root}  ${new Date(at).toISOString()}${timestamp === null ? '' : `  ${say('有时间戳', 'stamped')}`}`,
  );
  const unsigned = size - (latest?.size ?? 0);
  return [
    `${origin}: ${say(`${size} 条，树头 ${all.length} 个`, `${size} entries, ${all.length} heads`)}`,
    ...lines,
    ...verifierKeys(keys).map((key) => `${say('公钥', 'public key')}  ${key}`),
    ...(unsigned > 0
      ? [say(`${unsigned} 条尚未签入树头`, `${unsigned} entries are not under a head yet`)]
      : []),
    fault === null
      ? say('签名与各条一致', 'signatures and entries agree')
      : `${say('不一致', 'differs')}: ${fault.code} ${fault.reason}`,
  ].join('\n');
}
