import { texts } from '../../i18n/texts.js';

export type KnownEffect =
  | 'raise_salary_step'
  | 'no_salary_step'
  | 'performance_pay_full'
  | 'performance_pay_preference'
  | 'reduce_performance_pay'
  | 'year_counts'
  | 'year_not_counted'
  | 'no_promotion_next_year'
  | 'promotion_preference'
  | 'written_review'
  | 'organizational_adjustment'
  | 'adjust_post'
  | 'lower_post'
  | 'may_renew_contract'
  | 'not_renew_contract'
  | 'may_terminate_contract'
  | 'may_terminate_appointment';

/** Effects the national rulebook knows; what another rulebook adds stays its code. */
export const effectTexts = texts<KnownEffect>(
  'ledger-effects',
  {
    raise_salary_step: '增加一级薪级工资',
    no_salary_step: '不增加薪级工资',
    performance_pay_full: '享受绩效工资',
    performance_pay_preference: '绩效工资倾斜',
    reduce_performance_pay: '核减绩效工资',
    year_counts: '计入年限',
    year_not_counted: '不计入年限',
    no_promotion_next_year: '次年不晋升',
    promotion_preference: '优先晋升',
    written_review: '书面检查、限期改进',
    organizational_adjustment: '组织调整',
    adjust_post: '调整岗位',
    lower_post: '降低岗位等级',
    may_renew_contract: '可以续签合同',
    not_renew_contract: '不续签合同',
    may_terminate_contract: '可以解除合同',
    may_terminate_appointment: '可以解除聘用',
  },
  {
    raise_salary_step: 'A salary step',
    no_salary_step: 'No salary step',
    performance_pay_full: 'Performance pay in full',
    performance_pay_preference: 'Preference in performance pay',
    reduce_performance_pay: 'Performance pay reduced',
    year_counts: 'The year counts',
    year_not_counted: 'The year does not count',
    no_promotion_next_year: 'No promotion next year',
    promotion_preference: 'Preference in promotion',
    written_review: 'Written review, improvement by a deadline',
    organizational_adjustment: 'Organisational adjustment',
    adjust_post: 'Another post',
    lower_post: 'A lower post',
    may_renew_contract: 'The contract may be renewed',
    not_renew_contract: 'The contract is not renewed',
    may_terminate_contract: 'The contract may be ended',
    may_terminate_appointment: 'The appointment may be ended',
  },
);
