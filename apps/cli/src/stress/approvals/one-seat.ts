import { randomUUID } from 'node:crypto';
import type { ApprovalsSetting } from '../../bench/approvals/approvals-setting.js';
import { eachOf } from '../../bench/approvals/bare-updates.js';
import { FIRST, type ListName, type ShownList } from '../../bench/approvals/shown-lists.js';
import { exactly, type Finding, told } from '../finding.js';
import { compareActs } from './act-ledger.js';
import { insist, type Told } from './people.js';

const AT_ONCE = 8;

/** Two supervisors approve the same list at the same moment, and a third who read it before comes late: one wins, the others are told. */
export async function oneSeat(setting: ApprovalsSetting, lists: number): Promise<readonly Finding[]> {
  const year = await setting.seed({ lists, people: 1 });
  await year.begin();
  const shown = await year.shown();
  const racing: Told[] = [];
  const late: Told[] = [];
  let wonOnce = 0;
  await eachOf(shown, AT_ONCE, async (list) => {
    const approve = async (by: ListName) => insist(setting.api.url, approvalOf(list, by));
    const both = await Promise.all([approve('supervisor'), approve('supervisor-2')]);
    racing.push(...both);
    if (both.filter(({ status }) => status === 200).length === 1) wonOnce += 1;
    late.push(await approve('supervisor-3'));
  });
  const lost = [...racing.filter(({ status }) => status !== 200), ...late];
  return [
    told('lists that two supervisors approve at once, and a third too late', lists),
    exactly('  approved by exactly one of them', wonOnce, lists),
    exactly(
      '  told that somebody else was first (409)',
      lost.filter(({ status }) => status === 409).length,
      2 * lists,
    ),
    ...(await compareActs(setting, shown, [...racing, ...late])),
  ];
}

function approvalOf(list: ShownList, by: ListName) {
  return { list, by, verb: 'approve', step: FIRST, key: randomUUID() } as const;
}
