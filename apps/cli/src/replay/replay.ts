import { readFile } from 'node:fs/promises';
import { readAppraisalRecord, tellAppraisal, type AppraisalRecord } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { readEvents } from '@kaoji/gateways/replay';
import { appraisalWorkflowId, contestWorkflowId } from '@kaoji/temporal-contract';
import type { Language } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { chaptersText } from './chapters-text.js';
import { readCycle, readHistory, type TemporalPlace, withTemporal } from './read-histories.js';
import { type NamedHistory, type ReplayOutcome, replayHistories } from './replay-histories.js';
import { storyText } from './story-text.js';
import { type ReplaySummary, summarize, summaryText } from './summary-text.js';

export type ReplayTarget =
  | { readonly kind: 'workflow'; readonly id: string; readonly run?: string }
  | { readonly kind: 'cycle'; readonly key: string }
  | { readonly kind: 'appraisal'; readonly id: string };

export type ReplayOptions = {
  readonly target: ReplayTarget;
  readonly place: TemporalPlace;
  readonly bundle: string | undefined;
  /** Where the records are; only an appraisal's story is told from them. */
  readonly database: string | undefined;
  readonly language: Language;
  readonly all: boolean;
  readonly json: boolean;
};

/**
 * Replays what Temporal holds of one flow, of one appraisal with its contest, or of one whole cycle; tells the story of a flow event by
 * event, and of an appraisal from its records. Exit 1 when a replay came out differently. Refuses `BUNDLE_MISSING`, `BUNDLE_INVALID`,
 * `TEMPORAL_UNREACHABLE`, `WORKFLOW_NOT_FOUND`, `CYCLE_NOT_FOUND`, `DATABASE_URL_MISSING`, `NOT_FOUND`.
 */
export async function replay(terminal: Terminal, options: ReplayOptions): Promise<void> {
  const bundle = await usableBundle(options.bundle);
  const record =
    options.target.kind === 'appraisal' ? await recordOf(options.target.id, options.database) : null;
  const { histories, outcomes } = await withTemporal(options.place, async (client) => {
    const { target } = options;
    const kept: NamedHistory[] = [];
    const source = async function* (): AsyncIterable<NamedHistory> {
      if (target.kind === 'cycle') return yield* readCycle(client, target.key);
      if (target.kind === 'appraisal') {
        for (const id of record === null ? [] : flowsOf(record)) yield await readHistory(client, id);
        return;
      }
      const history = await readHistory(client, target.id, target.run);
      kept.push(history);
      yield history;
    };
    const all: ReplayOutcome[] = [];
    for await (const outcome of replayHistories(source(), bundle)) all.push(outcome);
    return { histories: kept, outcomes: all };
  });
  if (outcomes.length === 0 && options.target.kind === 'cycle') {
    throw new Refusal('CYCLE_NOT_FOUND', `Temporal holds no flow of the cycle ${options.target.key}.`);
  }
  if (record !== null && !options.json)
    terminal.out(chaptersText(tellAppraisal(record, []), options.language));
  print(terminal, options, summarize(outcomes), histories);
  terminal.setExitCode(outcomes.some((outcome) => outcome.failure !== null) ? 1 : 0);
}

function print(
  terminal: Terminal,
  { json, language, all }: ReplayOptions,
  summary: ReplaySummary,
  histories: readonly NamedHistory[],
): void {
  const stories = histories.map(({ workflowId, history }) => ({ workflowId, events: readEvents(history) }));
  if (json) {
    const story = stories[0] === undefined ? {} : { story: stories[0].events };
    terminal.out(JSON.stringify({ ...summary, ...story }));
    return;
  }
  for (const { workflowId, events } of stories)
    terminal.out(storyText(workflowId, events, { language, all }));
  terminal.out(summaryText(summary, language));
}

/** The flow of an appraisal, and of its contest. */
function flowsOf({ appraisal, cycleKey: key, contest }: AppraisalRecord): readonly string[] {
  const contests = contest === null ? [] : [contestWorkflowId(key, contest.row.id)];
  return [appraisalWorkflowId(key, appraisal.id), ...contests];
}

async function recordOf(id: string, url: string | undefined): Promise<AppraisalRecord> {
  if (url === undefined) {
    throw new Refusal('DATABASE_URL_MISSING', 'Set DATABASE_URL: the story is told from the records.');
  }
  const [{ openDatabase }, { personSealing }, { cliVariables, loadConfig }] = await Promise.all([
    import('@kaoji/persistence'),
    import('@kaoji/gateways'),
    import('@kaoji/config'),
  ]);
  const database = await openDatabase(url, personSealing(loadConfig(cliVariables).KAOJI_PERSON_KEYS));
  try {
    return await database.transactions.read(async (stores) => readAppraisalRecord(stores, id));
  } finally {
    await database.close();
  }
}

/** The path of a bundle that can be replayed against. The SDK wants its source map inside and would throw late. */
async function usableBundle(path: string | undefined): Promise<string> {
  if (path === undefined) {
    throw new Refusal(
      'BUNDLE_MISSING',
      'Name the workflow bundle with --bundle or KAOJI_WORKFLOW_BUNDLE; without it nothing can be replayed.',
    );
  }
  const code = await readFile(path, 'utf8').catch(() => null);
  if (code === null) throw new Refusal('BUNDLE_MISSING', `There is no workflow bundle at ${path}.`);
  if (code.includes('//# sourceMappingURL=data:')) return path;
  throw new Refusal('BUNDLE_INVALID', `${path} is not a workflow bundle made by this project's build.`);
}
