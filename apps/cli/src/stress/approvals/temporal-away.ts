import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { actHeaders, type WantedAct } from '../../bench/approvals/act-requests.js';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import { FIRST } from '../../bench/approvals/shown-lists.js';
import { atLeast, exactly, type Finding, told } from '../finding.js';
import { compareActs } from './act-ledger.js';
import { insist, sendOnce } from './people.js';

export type Away = { readonly lists: number; readonly seconds: number };

const LOOK_EVERY_MS = 100;

/**
 * Cuts service and worker off from Temporal. An act needs the flow's answer: 503 and when to come back, and it is kept,
 * so that it is recorded once Temporal is there again, asked for again or not. What needs no flow goes on.
 */
export async function temporalAway(
  setting: ApprovalsSetting,
  { lists, seconds }: Away,
): Promise<readonly Finding[]> {
  const year = await setting.seed({ lists, people: 1 });
  await year.begin();
  const shown = await year.shown();
  const acts = shown.map((list): WantedAct => {
    return { list, by: 'supervisor', verb: 'approve', step: FIRST, key: randomUUID() };
  });
  const before = await undelivered(setting);
  const { url } = setting.api;

  setting.line.cut();
  const cutAt = performance.now();
  const refused = await Promise.all(acts.map(async (act) => sendOnce(url, act)));
  const kept = (await undelivered(setting)) - before;
  const others = await withoutAnyFlow(url, acts[0]);
  // On a slow machine an answer may take longer than the cut: it ends only once everybody was told.
  await pause(Math.max(0, cutAt + seconds * 1_000 - performance.now()));
  setting.line.mend();
  const mended = performance.now();
  // Nobody asks again for the first half: the relay alone records them.
  const half = Math.floor(acts.length / 2);
  const asked = await Promise.all(acts.slice(half).map(async (act) => insist(url, act)));
  const answered = performance.now();
  while ((await undelivered(setting)) > before) await pause(LOOK_EVERY_MS);
  const settled = performance.now();
  const relayed = await Promise.all(acts.slice(0, half).map(async (act) => insist(url, act)));

  const is = (status: number) => refused.filter((answer) => answer?.status === status);
  const polite = is(503).filter((answer) => Number(answer?.retryAfter ?? 0) > 0);
  return [
    told(`acts while Temporal is away for ${seconds} s`, acts.length),
    exactly('  told to come back later (503 with Retry-After)', polite.length, acts.length),
    exactly('  kept in the outbox', kept, acts.length),
    atLeast('  done meanwhile that needs no flow (lists read, a deputy named)', others, 2),
    told('  until who asked again had answers', (answered - mended) / 1_000, ' s'),
    told('  until the relay had recorded the rest', (settled - mended) / 1_000, ' s'),
    exactly(
      '  accepted in the end',
      [...asked, ...relayed].filter(({ status }) => status === 200).length,
      acts.length,
    ),
    ...(await compareActs(setting, shown, [...asked, ...relayed])),
  ];
}

async function undelivered({ database }: ApprovalsSetting): Promise<number> {
  const rows = await database.transactions.read(async ({ effects }) => effects.pendingOutbox(10_000));
  return rows.length;
}

/** A list is read and a standing deputy is named; gives how many of the two went well. */
async function withoutAnyFlow(url: string, act: WantedAct | undefined): Promise<number> {
  if (act === undefined) return 0;
  const { cycleId, unitId } = act.list;
  const headers = actHeaders({ ...act, key: randomUUID() });
  const read = await fetch(`${url}/api/cycles/${cycleId}/units/${unitId}/list`, { headers });
  const deputy = { deputy: accountOf(act), fromAt: Date.now(), untilAt: Date.now() + 60_000 };
  const given = await fetch(`${url}/api/deputies`, { method: 'POST', headers, body: JSON.stringify(deputy) });
  return [read.ok, given.ok].filter(Boolean).length;
}

function accountOf({ list }: WantedAct): string {
  return `${list.cycleId}-area-supervisor-2`;
}
