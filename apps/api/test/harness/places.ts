import type { Account, Grant, Role, Transactions } from '@kaoji/application';

/** One area with two units and a second area, plainly made up. */
export const AREA = 'area-demo';
export const OTHER_AREA = 'area-other';
export const UNIT = 'unit-east';
export const OTHER_UNIT = 'unit-west';
export const COMMUNITY = 'community-east-1';
export const OTHER_COMMUNITY = 'community-west-1';
export const PASSWORD = 'demo-password-1';

const PEOPLE = [
  { id: 'person-1', name: '演示甲', phone: '00000000001' },
  { id: 'person-2', name: '演示乙', phone: '00000000002' },
  { id: 'person-3', name: '演示丙', phone: null },
  { id: 'person-boss', name: '演示主管', phone: null },
  { id: 'person-leaver', name: '演示离职', phone: null },
] as const;

export type Name =
  | 'hr'
  | 'hr2'
  | 'hr_appraised'
  | 'supervisor'
  | 'supervisor2'
  | 'supervisor3'
  | 'other_supervisor'
  | 'superior'
  | 'panel'
  | 'reviewer'
  | 'reviewer2'
  | 'peer'
  | 'worker'
  | 'worker2'
  | 'worker3'
  | 'auditor'
  | 'operator'
  | 'nobody'
  | 'elsewhere';

const grant = (role: Role, unitId: string | null = null, areaId = AREA): Grant => ({ role, areaId, unitId });
export const GRANTS: Readonly<Record<Name, readonly Grant[]>> = {
  hr: [grant('hr_officer')],
  hr2: [grant('hr_officer')],
  hr_appraised: [grant('hr_officer')],
  supervisor: [grant('supervisor', UNIT)],
  supervisor2: [grant('supervisor', UNIT)],
  supervisor3: [grant('supervisor', UNIT)],
  other_supervisor: [grant('supervisor', OTHER_UNIT)],
  superior: [grant('superior')],
  panel: [grant('panel_member')],
  reviewer: [grant('reviewer')],
  reviewer2: [grant('reviewer')],
  peer: [grant('peer', UNIT)],
  worker: [grant('appraisee', UNIT)],
  worker2: [grant('appraisee', UNIT), grant('peer', UNIT)],
  worker3: [grant('appraisee', UNIT)],
  auditor: [grant('auditor')],
  operator: [grant('operator')],
  nobody: [],
  elsewhere: [grant('hr_officer', null, OTHER_AREA), grant('supervisor', null, OTHER_AREA)],
};
const PERSON_OF: Partial<Record<Name, string>> = {
  worker: 'person-1',
  hr_appraised: 'person-1',
  worker2: 'person-2',
  worker3: 'person-3',
  supervisor2: 'person-boss',
};
export const accountId = (name: Name): string => `account-${name}`;

/** Writes places, people and one account per name, all with the same password. */
export async function seedDemo(transactions: Transactions, passwordHash: string): Promise<void> {
  const account = (name: Name): Account => ({
    id: accountId(name),
    username: name,
    passwordHash,
    personId: PERSON_OF[name] ?? null,
    grants: GRANTS[name],
    disabled: false,
  });
  await transactions.run(async ({ places, accounts }) => {
    await places.insertArea({ id: AREA, name: '演示街道' });
    await places.insertArea({ id: OTHER_AREA, name: '另一街道' });
    await places.insertUnits([
      { id: UNIT, areaId: AREA, name: '东片' },
      { id: OTHER_UNIT, areaId: AREA, name: '西片' },
    ]);
    await places.insertCommunities([
      { id: COMMUNITY, unitId: UNIT, name: '东一社区' },
      { id: OTHER_COMMUNITY, unitId: OTHER_UNIT, name: '西一社区' },
    ]);
    await places.insertPeople(PEOPLE);
    await accounts.insertMany((Object.keys(GRANTS) as Name[]).map(account));
  });
}
