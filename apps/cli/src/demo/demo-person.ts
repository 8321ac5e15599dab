/** Every simulated name and text begins with it, so that a search finds where none may stand. */
export const DEMO_MARK = '演示';

/** One simulated community worker: who they are, what is on record, and how well the year went. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string; // plainly synthetic
  readonly unitId: string;
  readonly communityId: string;
  readonly posts: readonly string[];
  readonly category: string;
  readonly facts: Readonly<Record<string, boolean | string | number>>;
  readonly punishments: readonly { readonly kind: string; readonly year: number; readonly duty: boolean }[];
  readonly earlier: Readonly<Record<number, string>>;
  /** Marks centre on `level` (0 to 100) and stray by at most `spread`. */
  readonly level: number;
  readonly spread: number;
  /** Of every `of` ballots about this person, `satisfied` are satisfied. */
  readonly satisfaction: { readonly satisfied: number; readonly of: number };
  readonly special: SpecialCase | null;
};

/** What the demo year must show at least once; the report names each. */
export const SPECIAL_CASES = {
  first_job: ['首次就业不满半年', 'first job, under half a year'],
  other_unit_service: ['其他单位工作时间合并计算', 'service in another unit counted in'],
  secondment: ['挂职外派', 'seconded'],
  long_leave: ['病事假累计超过半年', 'leave over half a year'],
  maternity_leave: ['产假超过半年，照常确定档次', 'maternity leave over half a year, graded all the same'],
  investigation: ['立案审查调查未结案', 'under investigation: held'],
  investigation_closed: ['结案未受处分，补定档次', 'case closed without punishment: graded later'],
  two_punishments: ['同年警告与更重处分，从重', 'a warning and a heavier punishment in one year'],
  refusal: ['无正当理由拒不参加考核', 'refuses to take part'],
  dual_posts: ['双岗位双考核', 'dual posts'],
  satisfaction_floor: ['满意度149/250，低于60%', 'satisfaction 149 of 250, under the 60 % floor'],
  tie_on_line: ['优秀线上同分', 'a tie exactly on the excellent line'],
  missing_rater: ['缺一名评价人', 'a missing rater'],
  second_year_basic: ['连续两年基本合格', 'a second year running at basically competent'],
  second_year_incompetent: ['连续两年不合格', 'a second year running at incompetent'],
  leaver: ['年中离职', 'leaves mid-cycle'],
  joiner: ['年中入职', 'joins mid-cycle'],
  contest: ['对结果提出复核', 'contests the result'],
  signature_refused: ['拒绝签字', 'refuses to sign'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type SpecialCase = keyof typeof SPECIAL_CASES;
