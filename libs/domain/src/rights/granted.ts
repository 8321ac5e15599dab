import { ROLES, type Role } from './roles.js';

/** Which roles may do what, within the scope of their grant. What is not listed is refused. */
export const GRANTED = {
  self: ROLES, // one's own session and account
  'places.read': ROLES,
  'rulebook.read': ROLES,
  'rulebook.adopt': ['hr_officer'],
  // Under other numbers, on real people's sealed evidence: whoever answers for the list and whoever decides it.
  'rulebook.what_if': ['hr_officer', 'superior'],
  'cycle.read': ROLES,
  'cycle.plan': ['hr_officer'],
  'cycle.summary': ['hr_officer', 'supervisor', 'superior', 'auditor', 'operator'],
  'appraisal.list': ['hr_officer', 'supervisor', 'superior', 'auditor'],
  // Whom a cycle waits for, by name, and reminding them: panels are not for supervisors to know.
  'waiting.follow': ['hr_officer', 'superior'],
  'person.names': ['hr_officer', 'supervisor', 'superior'],
  'mark.give': ['supervisor', 'superior', 'panel_member', 'peer'],
  'evidence.record': ['supervisor', 'hr_officer'],
  'evidence.import': ['supervisor', 'superior', 'panel_member', 'peer', 'hr_officer'],
  'survey.run': ['hr_officer'],
  'survey.read': ['hr_officer', 'supervisor', 'superior', 'auditor'],
  'survey.tally': ['hr_officer', 'auditor'],
  'survey.give_to_panel': ['hr_officer', 'superior'],
  'survey.holders': ['hr_officer', 'supervisor', 'superior', 'panel_member', 'auditor'],
  // A key half, never a box: two of them open it, and at most one may belong to those who run the survey.
  'survey.hold_key': ['hr_officer', 'supervisor', 'superior', 'panel_member'],
  'questionnaire.read': ['hr_officer', 'supervisor', 'superior', 'panel_member', 'auditor'],
  'questionnaire.adopt': ['hr_officer'],
  'list.read': ['hr_officer', 'supervisor', 'superior'],
  // A seat in an approval, for oneself or as deputy; whether one has it the approval knows.
  'list.act': ['hr_officer', 'supervisor', 'superior', 'panel_member'],
  'list.acts': ['hr_officer', 'supervisor', 'superior', 'panel_member', 'auditor'],
  'result.read': ['hr_officer', 'supervisor', 'superior', 'auditor', 'appraisee'],
  'result.read_of_others': ['hr_officer', 'supervisor', 'superior', 'auditor'],
  'own.appraisal': ['appraisee'],
  'result.deliver': ['hr_officer', 'supervisor', 'superior'],
  'result.deliveries': ['hr_officer', 'supervisor', 'superior', 'auditor'],
  // Who may hear a contest the rulebook says; whether they had a part in it the system checks.
  'contest.decide': ['reviewer', 'superior', 'supervisor', 'hr_officer', 'panel_member'],
  'contest.read': [
    'appraisee',
    'reviewer',
    'superior',
    'supervisor',
    'hr_officer',
    'panel_member',
    'auditor',
  ],
  'contest.decide_again': ['supervisor', 'superior'],
  'kin.record': ['hr_officer', 'reviewer', 'superior', 'supervisor', 'panel_member'],
  'panel.name': ['hr_officer'],
  'panel.read': ['hr_officer', 'superior', 'auditor'],
  'panel.report': ['hr_officer', 'superior', 'auditor'],
  // A seat in a panel: whether one has it the panel knows.
  'panel.recuse': ['panel_member', 'peer', 'supervisor', 'superior'],
  'panel.answer': ['superior'],
  'interest.declare': ['panel_member', 'peer', 'supervisor', 'superior', 'reviewer', 'hr_officer'],
  'consequence.confirm': ['hr_officer', 'superior'],
  'decision.read': ['hr_officer', 'supervisor', 'superior', 'auditor'],
  'document.record': ['hr_officer', 'supervisor', 'superior'],
  'plan.follow': ['hr_officer', 'supervisor', 'superior'],
  'ledger.read': ['hr_officer', 'superior', 'auditor'],
  'ledger.export': ['hr_officer'],
  'grade.later': ['supervisor', 'superior'],
  'objection.record': ['hr_officer', 'supervisor'],
  'objection.answer': ['hr_officer', 'supervisor', 'superior'],
  'archive.watch': ['operator', 'auditor'],
  'audit.history': ['auditor'],
  // The appraisee's own; of others only with `audit.history`.
  'story.read': ['auditor', 'appraisee'],
  'audit.access': ['auditor'],
  'person.erase': ['hr_officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTED;
export const PERMISSIONS = Object.keys(GRANTED) as readonly Permission[];

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): readonly Role[] {
  return GRANTED[permission];
}
