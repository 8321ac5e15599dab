import { cliVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import { connectTemporal, sweepNow } from '@kaoji/gateways';
import type { SweepResult } from '@kaoji/temporal-contract';
import { type Language, speaker } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Options = { readonly within: string; readonly json: boolean; readonly language: Language };

/** Runs the sweep on the worker and prints its counts. Refuses `USAGE` and as `sweepNow`. */
export async function sweep(terminal: Terminal, { within, json, language }: Options): Promise<void> {
  if (!/^[1-9]\d{0,4}$/.test(within)) throw new Refusal('USAGE', '--within takes seconds, 1 to 99999.');
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = loadConfig(cliVariables);
  const client = connectTemporal(address, namespace);
  try {
    const swept = await sweepNow(client, { withinMs: Number(within) * 1000 });
    terminal.out(
      json ? JSON.stringify({ format: 'kaoji-audit-sweep/1', ...swept }) : sweptText(swept, language),
    );
    terminal.setExitCode(swept.failed > 0 || swept.left > 0 ? 1 : 0);
  } finally {
    await client.connection.close();
  }
}

function sweptText({ archived, failed, left, numbered }: SweepResult, language: Language): string {
  const say = speaker(language);
  return [
    say(
      `已归档 ${archived} 次运行，日志新增 ${numbered} 条`,
      `${archived} runs archived, ${numbered} entries numbered`,
    ),
    ...(failed > 0
      ? [say(`其中 ${failed} 次重放不一致`, `${failed} of them did not replay as recorded`)]
      : []),
    ...(left > 0 ? [say(`${left} 次尚未归档`, `${left} could not be archived yet`)] : []),
  ].join('\n');
}
