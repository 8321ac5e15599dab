import { readFile } from 'node:fs/promises';
import { atOnce } from './at-once.js';
import { enrolHolders, type Holder } from './opening-boxes.js';
import { ballotsOf, workingDayFor } from './pace.js';
import { conflictsReplaced, memberDeclaresRelative } from './panel-conflict.js';
import { accountOf, type Rehearsal } from './rehearsal-context.js';
import { importEarlierGrades } from './earlier-grades.js';
import { rosterCsv } from './roster-csv.js';

const RULEBOOK = new URL(
  '../../../../libs/domain/rulebooks/cn-public-institution-2023.yaml',
  import.meta.url,
);

export type PreparedYear = {
  readonly cycleId: string;
  readonly key: string;
  readonly holders: readonly Holder[];
};

/** HR adopts the national rulebook, drafts the cycle, imports the roster, records the consultation, publishes and opens. */
export async function prepareYear(rehearsal: Rehearsal): Promise<PreparedYear> {
  const hr = await rehearsal.session(accountOf(rehearsal, 'hr_officer').username);
  rehearsal.say('全体登录', 'everyone signs in');
  await atOnce(4, rehearsal.accounts, async ({ username }) => rehearsal.session(username));
  const workingDayMs =
    rehearsal.workingDayMs ?? (await workingDayFor(hr, rehearsal.people.length, ballotsOf(rehearsal.people)));
  rehearsal.say(`演练中一个工作日为 ${workingDayMs} 毫秒`, `one working day lasts ${workingDayMs} ms`);
  rehearsal.say(
    '通过考核办法，编制方案，导入名册',
    'adopting the rulebook, drafting the plan, importing the roster',
  );
  const rulebook = await hr.upload<{ hash: string }>(
    '/api/rulebooks',
    'text/yaml',
    await readFile(RULEBOOK, 'utf8'),
  );
  const cycle = await hr.post<{ id: string; key: string }>('/api/cycles', {
    areaId: rehearsal.places.area.id,
    year: rehearsal.year,
    rulebookHash: rulebook.hash,
    clock: { kind: 'rehearsal', workingDayMs },
    drawSeed: `demo-${rehearsal.seed}`,
    units: rehearsal.places.units.map((unit, index) => ({ unitId: unit.id, facts: unitFacts(index) })),
  });
  const path = `/api/cycles/${cycle.id}`;
  await importEarlierGrades(rehearsal, hr, rulebook.hash);
  const present = rehearsal.people.filter((person) => person.special !== 'joiner');
  await hr.upload(`${path}/roster`, 'text/csv', rosterCsv(present));
  rehearsal.say(
    '评议小组成员申报亲属关系，系统回避并递补',
    'a panel member declares a relative; the system seats another',
  );
  await memberDeclaresRelative(rehearsal, cycle.id);
  await hr.post(`${path}/mark-requests/default`);
  const replaced = await conflictsReplaced(rehearsal, cycle.id);
  rehearsal.say(`因亲属关系递补 ${replaced} 席`, `seats given to another because of a relative: ${replaced}`);
  rehearsal.say(
    '听取工作人员意见，发布方案，启动考核',
    'consulting staff, publishing the plan, opening the cycle',
  );
  await hr.post(`${path}/consultation`, {
    heldOn: `${rehearsal.year}-11-20`,
    form: 'staff_congress',
    summary: '演示：职工代表大会听取意见，一致通过。',
  });
  await hr.post(`${path}/publish`);
  rehearsal.say('两名保管人领取票箱钥匙', 'two holders take the keys of the ballot boxes');
  const holders = await enrolHolders(rehearsal, cycle.id);
  await hr.post(`${path}/open`);
  return { cycleId: cycle.id, key: cycle.key, holders };
}

/** The second unit earned a collective merit (25 %); the third was held accountable (15 %). */
function unitFacts(index: number): Record<string, boolean> {
  if (index === 1) return { collective_merit_award: true, raised_quota_approved: true };
  if (index === 2) return { many_problems_and_held_accountable: true };
  return {};
}
