/** What somebody can be; the rulebook says who does what. */
export const ROLES = [
  'hr_officer', // plans, imports, opens, watches, closes
  'supervisor', // marks work results, approves or returns a unit's list
  'superior', // stands above the supervisor: receives escalations, decides returned or overdue lists
  'panel_member', // marks political quality, blind
  'peer', // democratic assessment among colleagues
  'appraisee',
  'reviewer', // hears contests: had no part in the result
  'auditor', // reads and replays
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** A role within a scope; `unitId` null means the whole area. */
export type Grant = { readonly role: Role; readonly areaId: string; readonly unitId: string | null };
