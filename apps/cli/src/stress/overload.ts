import { answerForms } from '../bench/survey-load/answer-forms.js';
import type { BulkLink } from '../bench/survey-load/issue-in-bulk.js';
import type { LoadCount } from '../bench/survey-load/load-count.js';
import type { LoadProcess } from '../bench/survey-load/load-process.js';
import { closedLoop, openLoop, type Shot } from '../bench/survey-load/run-load.js';
import type { SurveySetting } from '../bench/survey-load/survey-setting.js';
import { atLeast, atMost, exactly, type Finding, told } from './finding.js';

export type OverloadPlan = { readonly seconds: number; readonly links: number };

const TIMES = 3;
const PEAK_SECONDS = 5;
const PEAK_LANES = 256;
/** Enough for all who wait half a second for room: with fewer, less than three times as many would be sent. */
const LANES = 6_000;
const GOODPUT = 0.8;
const RECOVERY_SECONDS = 10;
const RECOVERED_MS = 250;
const GROWTH = 1.1;

/**
 * Three times what the process can take, for a while: how much it still takes, what it tells the rest, what memory it
 * needs, and how soon it is well again. Whoever is refused comes again, as residents do.
 */
export async function overload(setting: SurveySetting, plan: OverloadPlan): Promise<readonly Finding[]> {
  const before = await setting.received();
  const process = await setting.start();
  const waiting = [...(await setting.issue(plan.links))];
  const next = nextOf(waiting);
  const url = process.url;
  const counts: LoadCount[] = [];
  const run = async (count: Promise<LoadCount>): Promise<LoadCount> => {
    counts.push(await count);
    return count;
  };
  await run(closedLoop({ url, lanes: PEAK_LANES, seconds: 2, next }));
  const peak = await run(closedLoop({ url, lanes: PEAK_LANES, seconds: PEAK_SECONDS, next }));

  const memory = watchMemory(process);
  const perSecond = peak.donePerSecond * TIMES;
  const over = await run(openLoop({ url, lanes: LANES, seconds: plan.seconds, perSecond, next }));
  const { growth, most } = memory.stop();

  let recovery = 0;
  for (; recovery < RECOVERY_SECONDS * 2; recovery += 1) {
    const calm = { url, lanes: PEAK_LANES, seconds: 1, perSecond: peak.donePerSecond / 2, next };
    const second = await run(openLoop(calm));
    if (refusals(second) === 0 && second.broken === 0 && second.p99 < RECOVERED_MS) break;
  }
  await process.stop();
  const accepted = counts.reduce((all, { byStatus }) => all + (byStatus[303] ?? 0), 0);
  const others = Object.entries(over.byStatus).filter(([status]) => !['303', '429', '503'].includes(status));
  const share = over.donePerSecond / peak.donePerSecond;
  return [
    told(`answers per second at the peak, ${PEAK_LANES} connections`, peak.donePerSecond),
    told(`three times as many for ${plan.seconds} s: accepted per second`, over.donePerSecond),
    atLeast('  share of the peak', share * 100, GOODPUT * 100, ' %'),
    told('  p99 of what was accepted', over.p99, ' ms'),
    told('  told to come back (429, 503)', refusals(over)),
    exactly('  of them without Retry-After', over.withoutRetryAfter, 0),
    exactly(
      '  answered in any other way',
      others.reduce((all, [, some]) => all + some, 0),
      0,
    ),
    exactly('  connections broken', over.broken, 0),
    told('  never sent, all connections being busy', over.unsent),
    told('  memory at most', most, ' MB'),
    atMost('  memory of the last quarter over the second', growth, GROWTH),
    atMost('  seconds until all is well again', recovery, RECOVERY_SECONDS, ' s'),
    exactly('  rows, next to answers of 303', (await setting.received()) - before, accepted),
  ];
}

/** A link at a time; refused ones come again at the end of the line. */
function nextOf(waiting: BulkLink[]): () => Shot | null {
  const forms = answerForms(4);
  const again: BulkLink[] = [];
  let at = 0;
  return () => {
    // A list this long is not shifted: that would cost the sender more than sending.
    const link = waiting.pop() ?? again[at++];
    if (link === undefined) return null;
    return {
      request: forms.requestOf(link),
      done: (reply) => {
        if (reply !== null && (reply.status === 429 || reply.status === 503)) again.push(link);
      },
    };
  };
}

function refusals({ byStatus }: LoadCount): number {
  return (byStatus[429] ?? 0) + (byStatus[503] ?? 0);
}

/** Memory every quarter of a second: a leak shows as growth after the first quarter, whatever the start took. */
function watchMemory(process: LoadProcess): { stop(): { growth: number; most: number } } {
  const seen: number[] = [];
  const clock = setInterval(() => seen.push(process.residentMegabytes() ?? Number.NaN), 250);
  const mean = (from: number, to: number): number => {
    const part = seen.slice(Math.floor(seen.length * from), Math.ceil(seen.length * to));
    return part.reduce((sum, one) => sum + one, 0) / part.length;
  };
  return {
    stop: () => {
      clearInterval(clock);
      return { growth: mean(0.75, 1) / mean(0.25, 0.5), most: Math.max(...seen) };
    },
  };
}
