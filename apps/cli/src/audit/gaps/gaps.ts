import { archiveState, type ArchiveState } from '@kaoji/application';
import { cliVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import { connectTemporal, createClosedRuns, systemClock } from '@kaoji/gateways';
import { openDatabase } from '@kaoji/persistence';
import { type Language, speaker } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Options = { readonly json: boolean; readonly language: Language };
const AN_HOUR_MS = 3_600_000;
const SHOWN = 50;

/** Prints what the archive lacks. Refuses `DATABASE_URL_MISSING`, `DATABASE_UNAVAILABLE`, `TEMPORAL_UNAVAILABLE`. */
export async function gaps(terminal: Terminal, { json, language }: Options): Promise<void> {
  const config = loadConfig(cliVariables);
  if (config.DATABASE_URL === undefined) {
    throw new Refusal('DATABASE_URL_MISSING', 'Set DATABASE_URL: it says which runs are archived.');
  }
  const database = await openDatabase(config.DATABASE_URL);
  const client = connectTemporal(config.TEMPORAL_ADDRESS, config.TEMPORAL_NAMESPACE);
  try {
    const { transactions } = database;
    const state = await archiveState({
      transactions,
      clock: systemClock,
      closedRuns: createClosedRuns(client, { withinMs: 5_000 }),
    });
    terminal.out(
      json ? JSON.stringify({ format: 'kaoji-audit-gaps/1', ...state }) : stateText(state, language),
    );
    const alarming = state.failed.length > 0 || state.gaps.some(({ near }) => near);
    terminal.setExitCode(alarming ? 1 : 0);
  } finally {
    await client.connection.close();
    await database.close();
  }
}

function stateText({ at, closed, gaps: found, failed }: ArchiveState, language: Language): string {
  const say = speaker(language);
  const hours = (until: number): string => String(Math.max(0, Math.floor((until - at) / AN_HOUR_MS)));
  const near = found.filter((gap) => gap.near).length;
  return [
    say(
      `已结束 ${closed} 次运行，未归档 ${found.length} 次（其中 ${near} 次临近清除），重放不一致 ${failed.length} 次`,
      `${closed} closed runs, ${found.length} not archived (${near} of them soon forgotten), ${failed.length} failed replays`,
    ),
    ...found.slice(0, SHOWN).map(({ workflowId, runId, forgottenAt, near: soon }) => {
      const left = say(`${hours(forgottenAt)} 小时后清除`, `forgotten in ${hours(forgottenAt)} h`);
      return `${soon ? '!' : '-'} ${workflowId} ${runId}  ${left}`;
    }),
    ...(found.length > SHOWN ? [say(`……共 ${found.length} 次`, `… ${found.length} in all`)] : []),
    ...failed.map(({ workflowId, runId, fault }) => `x ${workflowId} ${runId}  ${fault ?? ''}`),
  ].join('\n');
}
