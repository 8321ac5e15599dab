import { setTimeout as pause } from 'node:timers/promises';
import { defaultPayloadConverter } from '@temporalio/common';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import { eachOf } from '../../bench/approvals/bare-updates.js';
import type { ShownList } from '../../bench/approvals/shown-lists.js';
import { actUpdate, unitWorkflowId, type ActInput } from '@kaoji/temporal-contract';
import { exactly, type Finding } from '../finding.js';
import type { Told } from './people.js';

const AT_ONCE = 10;
const LOOK_EVERY_MS = 100;
const SETTLED_WITHIN_MS = 60_000;

/**
 * The ledger of truth: every act somebody was told is accepted lies in the database once and in the history of its
 * unit once, and neither holds any other. What the relay still has to settle is waited for.
 */
export async function compareActs(
  setting: ApprovalsSetting,
  lists: readonly ShownList[],
  told: readonly Told[],
): Promise<readonly Finding[]> {
  await untilSettled(setting);
  const answered = told.flatMap(({ id }) => (id === null ? [] : [id]));
  const stored: string[] = [];
  const taken: string[] = [];
  await eachOf(lists, AT_ONCE, async (list) => {
    stored.push(...(await storedActs(setting, list)));
    taken.push(...(await takenActs(setting, list)));
  });
  return [
    exactly('  acts in the database', stored.length, answered.length),
    exactly('  acts in the histories', taken.length, answered.length),
    exactly('  answered, and not in the database', missing(answered, stored), 0),
    exactly('  answered, and not in the history', missing(answered, taken), 0),
    exactly(
      '  recorded or taken twice',
      stored.length + taken.length - new Set(stored).size - new Set(taken).size,
      0,
    ),
  ];
}

async function storedActs(
  { database }: ApprovalsSetting,
  { cycleId, unitId }: ShownList,
): Promise<readonly string[]> {
  const rows = await database.transactions.read(async ({ approvals }) => approvals.actsOf(cycleId, unitId));
  return rows.map(({ id }) => id);
}

/** The acts a unit's flow has accepted, as its history says. */
async function takenActs(
  { client }: ApprovalsSetting,
  { cycleKey, unitId }: ShownList,
): Promise<readonly string[]> {
  const { events } = await client.workflow.getHandle(unitWorkflowId(cycleKey, unitId)).fetchHistory();
  return (events ?? []).flatMap((event) => {
    const input = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
    const payload = input?.name === actUpdate.name ? input.args?.payloads?.[0] : undefined;
    if (payload == null) return [];
    return [defaultPayloadConverter.fromPayload<ActInput>(payload).act.id];
  });
}

async function untilSettled({ database }: ApprovalsSetting): Promise<void> {
  for (
    const until = performance.now() + SETTLED_WITHIN_MS;
    performance.now() < until;
    await pause(LOOK_EVERY_MS)
  ) {
    const waiting = await database.transactions.read(async ({ effects }) => effects.pendingOutbox(1));
    if (waiting.length === 0) return;
  }
}

function missing(wanted: readonly string[], found: readonly string[]): number {
  const there = new Set(found);
  return wanted.filter((one) => !there.has(one)).length;
}
