import type { DemoPerson, SpecialCase } from './demo-person.js';

/** What on record, and how good a year, makes a special case; everything else is as for an ordinary person. */
export type Circumstances = Partial<
  Pick<DemoPerson, 'facts' | 'punishments' | 'earlier' | 'posts' | 'level' | 'spread'> & {
    satisfiedPercent: number;
    satisfaction: DemoPerson['satisfaction'];
  }
>;

/** The circumstances of each special case in the appraised year. */
export function circumstancesOf(special: SpecialCase, year: number): Circumstances {
  switch (special) {
    case 'first_job':
      return { facts: { first_job: true, months_in_unit: 4 } };
    case 'other_unit_service':
      return { facts: { months_in_unit: 4, months_in_other_units: 5 } };
    case 'secondment':
      return { facts: { secondment_kind: 'temporary_post', secondment_months: 8 } };
    case 'long_leave':
      return { facts: { sick_leave_months: 5, personal_leave_months: 2 } };
    case 'maternity_leave':
      return { facts: { maternity_leave_months: 7 } };
    case 'investigation':
    case 'investigation_closed':
      return { facts: { under_investigation: true }, level: 84, satisfiedPercent: 88 };
    case 'two_punishments':
      return {
        punishments: [
          { kind: 'admin_warning', year, duty: false },
          { kind: 'admin_serious_demerit', year, duty: false },
        ],
      };
    case 'refusal':
      return { facts: { refused_to_take_part: true } };
    case 'dual_posts':
      return { posts: ['committee_member', 'grid_worker'] };
    case 'satisfaction_floor':
      return { satisfaction: { satisfied: 149, of: 250 }, level: 88 };
    case 'tie_on_line':
      return { level: 95, spread: 0, satisfiedPercent: 95, posts: ['grid_worker'] };
    case 'missing_rater':
      return { level: 86 };
    case 'second_year_basic':
      return { earlier: { [year - 1]: 'basically_competent' }, level: 65, satisfiedPercent: 70 };
    case 'second_year_incompetent':
      return { earlier: { [year - 1]: 'incompetent' }, level: 48, satisfiedPercent: 63 };
    case 'contest':
      return { level: 68, satisfiedPercent: 72 };
    case 'signature_refused':
      return { level: 70, satisfiedPercent: 71 };
    case 'leaver':
      return {};
    case 'joiner':
      return { facts: { months_in_unit: 2, months_in_other_units: 7 } };
  }
}
