import { randomUUID } from 'node:crypto';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import { eachOf } from '../../bench/approvals/bare-updates.js';
import { FIRST, SECOND, type ShownList } from '../../bench/approvals/shown-lists.js';
import { insist, type Told } from './people.js';

export const ACTS_PER_LIST = 3;

/** Everybody who decides on these lists, so many lists at a time: claimed, approved by the supervisor, then by the superior. */
export async function decideLists(
  { api }: ApprovalsSetting,
  lists: readonly ShownList[],
  {
    atOnce,
    heard,
    turn,
  }: {
    readonly atOnce: number;
    readonly heard: (told: Told) => void;
    /** Waits until the next act may be sent. */
    readonly turn?: () => Promise<void>;
  },
): Promise<void> {
  await eachOf(lists, atOnce, async (list) => {
    const acts = [
      { list, by: 'supervisor', verb: 'claim', step: FIRST, key: randomUUID() },
      { list, by: 'supervisor', verb: 'approve', step: FIRST, key: randomUUID() },
      { list, by: 'superior', verb: 'approve', step: SECOND, key: randomUUID() },
    ] as const;
    for (const act of acts) {
      await turn?.();
      heard(await insist(api.url, act));
    }
  });
}
