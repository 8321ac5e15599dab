import { type Language, speaker } from '../terminal/language.js';
import type { ReplayOutcome } from './replay-histories.js';

export type ReplaySummary = {
  readonly format: 'kaoji-replay/1';
  readonly replayed: number;
  readonly failed: number;
  readonly types: readonly {
    readonly type: string;
    readonly replayed: number;
    readonly failed: number;
    readonly events: number;
  }[];
  readonly failures: readonly ReplayOutcome[];
};

/** Counts per type of flow, in the order they came, and every failure. */
export function summarize(outcomes: readonly ReplayOutcome[]): ReplaySummary {
  const types = [...new Set(outcomes.map((outcome) => outcome.type))].map((type) => {
    const ofType = outcomes.filter((outcome) => outcome.type === type);
    return {
      type,
      replayed: ofType.length,
      failed: ofType.filter((outcome) => outcome.failure !== null).length,
      events: ofType.reduce((sum, outcome) => sum + outcome.events, 0),
    };
  });
  const failures = outcomes.filter((outcome) => outcome.failure !== null);
  return {
    format: 'kaoji-replay/1',
    replayed: outcomes.length,
    failed: failures.length,
    types,
    failures,
  };
}

/** The summary for people: one line per type, then each failure with its event and reason. */
export function summaryText(summary: ReplaySummary, language: Language): string {
  const say = speaker(language);
  return [
    ...summary.types.map(({ type, replayed, failed, events }) =>
      say(
        `${type}：重放 ${replayed}，失败 ${failed}，事件 ${events}`,
        `${type}: ${replayed} replayed, ${failed} failed, ${events} events`,
      ),
    ),
    ...summary.failures.map(({ workflowId, runId, failure }) => {
      const event = failure?.event == null ? '' : say(`，事件 ${failure.event}`, `, event ${failure.event}`);
      return `${say('失败', 'FAILED')} ${workflowId} (${runId}${event}): ${failure?.reason ?? ''}`;
    }),
    say(
      `共 ${summary.replayed} 条历史，${summary.failed} 条与程序不一致`,
      `${summary.replayed} histories, ${summary.failed} did not replay`,
    ),
  ].join('\n');
}
