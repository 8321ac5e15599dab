import type { AppraiseeInput, CaseInput } from '@kaoji/domain/testing';

/** Someone on the sheet of dedicated staff, with everything the national rulebook asks for. */
export function staffMember(
  id: string,
  score: number,
  changes: Partial<AppraiseeInput> = {},
): AppraiseeInput {
  const value = String(score);
  const mark = (part: string, role: string, rater: string) => ({ part, role, rater, value });
  return {
    id,
    unit: 'u1',
    posts: ['service_staff'],
    category: 'contract',
    marks: [
      ...['c1', 'c2', 'c3'].map((rater) => mark('political_quality.panel', 'panel_member', rater)),
      mark('staff.tasks', 'supervisor', 's1'),
      mark('staff.service', 'supervisor', 's1'),
      ...['w1', 'w2'].map((rater) => mark('staff.service', 'peer', rater)),
    ],
    evidence: { 'political_quality.panel': ['e1'], 'staff.tasks': ['e2'] },
    routine: ['q1', 'q2'].map((period) => ({ period, value })),
    survey: { issued: 300, valid: 250, satisfied: 225, ordinary: 200 },
    ...changes,
  };
}

/** One unit of five: one seat, two in line for it, one below the floor, one on hold, one with two punishments. */
export function nationalCase(changes: Partial<CaseInput> = {}): CaseInput {
  return {
    format: 'kaoji-case/1',
    year: 2026,
    seed: 'published in January',
    units: [{ id: 'u1' }],
    appraisees: [
      staffMember('first', 95),
      staffMember('second', 94),
      staffMember('floor', 92, { survey: { issued: 300, valid: 250, satisfied: 149, ordinary: 200 } }),
      staffMember('held', 92, { facts: { under_investigation: true } }),
      staffMember('punished', 92, {
        punishments: [
          { kind: 'admin_warning', year: 2026 },
          { kind: 'party_serious_warning', year: 2026, linkedToDuty: true },
        ],
      }),
    ],
    ...changes,
  };
}
