import { rolesWith, type Permission } from '@kaoji/application/staff';
import type { EndpointName } from '@kaoji/http-contract';
import type { Role, Stand } from './rights-actors.js';
import type { Guarded } from './rights-cells.js';

/**
 * How far a role reaches at a route, once its permission lets it in.
 * - `unit`: a grant for the unit it is about, or for the whole area.
 * - `any_unit`: a grant for some unit of the area; the answer holds what the grant covers, or counts over whole units.
 * - `area`: a grant for the whole area.
 * - `own`: whoever is appraised there, and nobody else.
 * - `asked`: whoever holds a seat, a request, a copy or a key half there, and nobody for their role alone.
 * - `anywhere`: it is about no place, or about oneself.
 */
export type Reach = 'unit' | 'any_unit' | 'area' | 'own' | 'asked' | 'anywhere';

const STANDS_OF: Readonly<Record<Reach, readonly Stand[]>> = {
  unit: ['own', 'parent', 'archived'],
  any_unit: ['own', 'sibling', 'parent', 'archived'],
  area: ['parent', 'archived'],
  own: ['own', 'archived'],
  asked: [],
  anywhere: ['own', 'sibling', 'parent', 'other_area', 'archived'],
};

/** The reach of a permission: of every route behind it, but for those below. */
const OF_PERMISSION: Readonly<Record<Exclude<Permission, 'self' | 'person.names'>, Reach>> = {
  'places.read': 'any_unit',
  'rulebook.read': 'anywhere',
  'rulebook.adopt': 'anywhere',
  'rulebook.what_if': 'unit',
  'cycle.read': 'any_unit',
  'cycle.plan': 'area',
  'cycle.summary': 'any_unit',
  'appraisal.list': 'any_unit',
  'waiting.follow': 'any_unit',
  'mark.give': 'asked',
  'evidence.record': 'unit',
  'evidence.import': 'any_unit',
  'survey.run': 'unit',
  'survey.read': 'any_unit',
  'survey.tally': 'any_unit',
  'survey.give_to_panel': 'unit',
  'survey.holders': 'any_unit',
  'survey.hold_key': 'any_unit',
  'questionnaire.read': 'any_unit',
  'questionnaire.adopt': 'anywhere',
  'list.read': 'unit',
  'list.act': 'unit',
  'list.acts': 'unit',
  'result.read': 'unit',
  'result.read_of_others': 'unit',
  'own.appraisal': 'own',
  'result.deliver': 'unit',
  'result.deliveries': 'unit',
  'contest.decide': 'asked',
  'contest.read': 'unit',
  'contest.decide_again': 'unit',
  'kin.record': 'asked',
  'panel.name': 'unit',
  'panel.read': 'any_unit',
  'panel.report': 'unit',
  'panel.recuse': 'any_unit',
  'panel.answer': 'unit',
  'interest.declare': 'asked',
  'consequence.confirm': 'unit',
  'decision.read': 'unit',
  'document.record': 'unit',
  'plan.follow': 'unit',
  'ledger.read': 'unit',
  'ledger.export': 'area',
  'grade.later': 'unit',
  'objection.record': 'unit',
  'objection.answer': 'unit',
  'archive.watch': 'anywhere',
  'audit.history': 'unit',
  'story.read': 'unit',
  'audit.access': 'area',
  'person.erase': 'area',
};

type Differs = Reach | (Partial<Record<Role, Reach>> & { readonly others?: Reach });

/** Where a route, or a role at a route, differs from its permission; each says why. */
const DIFFERS: Partial<Record<EndpointName, Differs>> = {
  areas: 'anywhere', // those one has a grant in
  cycles: 'anywhere', // those of one's areas
  closeCollection: 'unit',
  resubmit: 'unit',
  depart: 'unit',
  marking: 'anywhere', // what oneself is asked for
  residentsCsv: 'anywhere', // an empty form
  residentsXlsx: 'anywhere',
  questionnaire: 'anywhere', // adopted texts, as rulebooks
  questionnairePreview: 'anywhere',
  questionnaires: 'anywhere',
  surveyCoverage: 'unit',
  surveyCount: 'unit',
  openBoxes: 'asked', // whoever keeps a key half
  approval: { panel_member: 'asked', others: 'unit' }, // whoever has a copy
  unitList: { panel_member: 'asked', others: 'unit' },
  myAppraisals: 'anywhere',
  ownLedger: 'anywhere',
  ownGrades: 'anywhere',
  result: { appraisee: 'own', others: 'unit' },
  followUp: { appraisee: 'own', others: 'unit' },
  story: { appraisee: 'own', others: 'unit' },
  contestView: { appraisee: 'own', reviewer: 'area', panel_member: 'asked', others: 'unit' },
  contestDifference: { appraisee: 'own', reviewer: 'area', panel_member: 'asked', others: 'unit' },
  contestHearing: { reviewer: 'area', others: 'asked' }, // whom the rulebook names as hearing it
  contestTrial: { reviewer: 'area', others: 'asked' },
  contestOutcome: { reviewer: 'area', others: 'asked' },
  recordKin: { hr_officer: 'unit', others: 'asked' }, // of others HR, of oneself whoever it is
  declareInterest: { hr_officer: 'unit', others: 'asked' },
  payrollExports: 'area', // they are of all units
  cycleBundle: 'area', // it holds all units
};

/** What the reviewed table expects: whether this role, standing there, gets past every question of who it is. */
export function mayPass({ name, permission }: Guarded, role: Role, stand: Stand): boolean {
  if (permission === 'self') return true;
  if (!rolesWith(permission).includes(role)) return false;
  const differs = DIFFERS[name];
  const reach = typeof differs === 'object' ? (differs[role] ?? differs.others) : differs;
  const usual = permission === 'person.names' ? 'unit' : OF_PERMISSION[permission];
  return STANDS_OF[reach ?? usual].includes(stand);
}
