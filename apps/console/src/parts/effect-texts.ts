import { texts } from '../i18n/texts.js';

type Effect =
  | 'raise_salary_step'
  | 'no_salary_step'
  | 'year_counts'
  | 'year_not_counted'
  | 'performance_pay_full'
  | 'performance_pay_preference'
  | 'reduce_performance_pay'
  | 'promotion_preference'
  | 'no_promotion_next_year'
  | 'adjust_post'
  | 'lower_post'
  | 'organizational_adjustment'
  | 'may_renew_contract'
  | 'not_renew_contract'
  | 'may_terminate_contract'
  | 'may_terminate_appointment'
  | 'refer_removal_to_residents_meeting'
  | 'written_review'
  | 'wait_for_case'
  | 'improvement_plan'
  | 'reminder_talk'
  | 'admonition';

/** What an entry of the ledger does, by the codes rulebooks use. */
export const effectTexts = texts<Effect>(
  'ledger-effects',
  {
    raise_salary_step: '增加薪级',
    no_salary_step: '不增加薪级',
    year_counts: '计入任职年限',
    year_not_counted: '不计入任职年限',
    performance_pay_full: '绩效工资全额',
    performance_pay_preference: '绩效工资倾斜',
    reduce_performance_pay: '减发绩效工资',
    promotion_preference: '优先晋升',
    no_promotion_next_year: '次年不得晋升',
    adjust_post: '调整岗位',
    lower_post: '降低岗位等级',
    organizational_adjustment: '组织调整',
    may_renew_contract: '可以续聘',
    not_renew_contract: '不再续聘',
    may_terminate_contract: '可以解除合同',
    may_terminate_appointment: '可以解除聘用合同',
    refer_removal_to_residents_meeting: '移送居民会议',
    written_review: '书面检查、限期改进',
    wait_for_case: '等待结案',
    improvement_plan: '责令限期改进',
    reminder_talk: '提醒谈话',
    admonition: '诫勉',
  },
  {
    raise_salary_step: 'A salary step more',
    no_salary_step: 'No salary step',
    year_counts: 'The year counts',
    year_not_counted: 'The year does not count',
    performance_pay_full: 'Performance pay in full',
    performance_pay_preference: 'Preference in performance pay',
    reduce_performance_pay: 'Performance pay reduced',
    promotion_preference: 'Preference in promotion',
    no_promotion_next_year: 'No promotion next year',
    adjust_post: 'Another post',
    lower_post: 'A lower post',
    organizational_adjustment: 'Organizational adjustment',
    may_renew_contract: 'Contract may be renewed',
    not_renew_contract: 'Contract not renewed',
    may_terminate_contract: 'Contract may be ended',
    may_terminate_appointment: 'Appointment may be ended',
    refer_removal_to_residents_meeting: 'Referred to the residents’ meeting',
    written_review: 'Written self-review, improvement by a deadline',
    wait_for_case: 'Waits for the case',
    improvement_plan: 'Plan to improve',
    reminder_talk: 'Reminder talk',
    admonition: 'Admonition',
  },
);
export const isKnownEffect = (code: string): code is Effect => code in effectTexts.zh;
