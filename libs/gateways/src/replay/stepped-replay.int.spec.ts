import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';
import { isEngineTurn } from '@kaoji/domain/story';
import { createFlowReplays } from './flow-replays.js';
import { readEvents } from './read-events.js';
import { steppedReplay, type SteppedReplay } from './stepped-replay.js';

jest.setTimeout(60_000);
const FLOWS = fileURLToPath(new URL('../../../../workflows/src', import.meta.url));
const recorded = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:appraisal|contest)\/histories\/[^/]+\.json$/.test(file))
  .sort();
const textOf = (file: string): string => readFileSync(`${FLOWS}/${file}`, 'utf8');
const historyIn = (file: string): History => historyFromJSON(JSON.parse(textOf(file)));
const ORDINARY = 'appraisal/histories/ordinary.json';

let code: string;
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
  ({ code } = await bundleWorkflowCode({
    workflowsPath: `${FLOWS}/index.ts`,
    logger: new DefaultLogger('ERROR'),
  }));
}, 60_000);

async function replayed(histories: readonly History[], under = code): Promise<readonly SteppedReplay[]> {
  const found: SteppedReplay[] = [];
  const named = histories.map((history) => ({ workflowId: 'recorded', history }));
  for await (const one of steppedReplay(under, named)) found.push(one);
  return found;
}

/** What a turn answers; anything else after it has come from outside since. */
const ANSWERS =
  /^(WORKFLOW_TASK_COMPLETED|WORKFLOW_EXECUTION_(UPDATE_|COMPLETED)|TIMER_(STARTED|CANCELED)|ACTIVITY_TASK_SCHEDULED|MARKER_|UPSERT_)/;

/** The history as it was when this turn had ended. */
function upTo(history: History, turn: number): History {
  const rest = readEvents(history).filter(({ id }) => id > turn);
  const next = rest.find(({ type }) => !ANSWERS.test(type))?.id ?? Number.POSITIVE_INFINITY;
  return { events: (history.events ?? []).filter(({ eventId }) => Number(eventId) < next) };
}

describe('a stepped replay', () => {
  it.each(recorded)(
    'tells at every turn what a replay of the history up to there ends in: %s',
    async (file) => {
      const history = historyIn(file);
      const [whole] = await replayed([history]);
      expect(whole?.fault).toBeNull();
      const prefixes = await replayed((whole?.turns ?? []).map(({ event }) => upTo(history, event)));
      expect(prefixes.map(({ turns }) => turns.at(-1))).toEqual(whole?.turns);
    },
  );

  it('tells nothing beyond the event at which the code parts from the history', async () => {
    const changed = code.replace('grade.adverse > 0', 'grade.adverse < 0'); // waits for nobody's confirmation
    const [broken] = await replayed([historyIn('appraisal/histories/adverse.json')], changed);
    expect(broken?.fault?.reason).toMatch(/[Nn]ondeterminism/);
    expect(broken?.turns.map(({ state }) => (state as { stage: string }).stage)).not.toContain(
      'awaiting_confirmation',
    );
  });
});

describe('replays in a process of their own', () => {
  const run = {
    workflowId: 'recorded',
    runId: null,
    history: { form: 'json', text: textOf(ORDINARY) },
  } as const;

  it('tell each run with its events and the state after every turn', async () => {
    const [told] = await createFlowReplays().replay([run], async () => Promise.resolve(code));
    expect(told).toMatchObject({ replay: 'same', fault: null });
    expect(told?.events.filter(({ type }) => !isEngineTurn(type))).toHaveLength(11);
    expect(told?.turns.map(({ state }) => state?.['stage'])).toEqual([
      'open',
      'sealed',
      'sealed',
      'graded',
      'closed',
    ]);
  });

  it('read a run whose code is not there, and replay nothing', async () => {
    const [told] = await createFlowReplays().replay([run], async () => Promise.resolve(null));
    expect(told).toMatchObject({ replay: 'not_replayed', turns: [], fault: null });
  });

  it('outlive code that never ends, and code that ends the process', async () => {
    for (const hostile of ['for (;;) {}', 'process.exit(0)']) {
      const [told] = await createFlowReplays(2_500).replay([run], async () => Promise.resolve(hostile));
      expect(told).toMatchObject({ replay: 'different', turns: [] });
      expect(told?.fault?.reason).toEqual(expect.any(String));
    }
  });
});

describe('readEvents', () => {
  it('names what an event ends, and the build whose code ran', () => {
    const events = readEvents(historyIn(ORDINARY));
    const named = new Map(events.map(({ type, name }) => [type, name]));
    expect(named.get('WORKFLOW_EXECUTION_UPDATE_COMPLETED')).toBe('grade');
    expect(named.get('MARKER_RECORDED')).toBe('recordDecision');
    expect(events.find(({ type }) => type === 'WORKFLOW_TASK_COMPLETED')?.build).toBe('b1');
  });
});
