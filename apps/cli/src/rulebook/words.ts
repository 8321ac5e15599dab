import type { DecidedBy, LocalText, ProposedConsequence, QuotaSheet, ResultStatus } from '@kaoji/domain';

export const STATUS_WORDS: Readonly<Record<ResultStatus, LocalText>> = {
  graded: { zh: '定等次', en: 'graded' },
  comment_only: { zh: '只写评语', en: 'comment only' },
  ungraded: { zh: '不定等次', en: 'ungraded' },
  held: { zh: '暂缓', en: 'held' },
  undecided: { zh: '待人定', en: 'for people to decide' },
};

export const DECIDED_BY_WORDS: Readonly<Record<DecidedBy, LocalText>> = {
  hold: { zh: '暂缓', en: 'hold' },
  exclusion: { zh: '参加范围', en: 'exclusion' },
  veto: { zh: '一票否决', en: 'veto' },
  discipline: { zh: '处分', en: 'discipline' },
  band: { zh: '分数段', en: 'band' },
  quota: { zh: '名额', en: 'quota' },
  people: { zh: '由人决定', en: 'people' },
};

export const BASE_WORDS: Readonly<Record<QuotaSheet['baseKind'], LocalText>> = {
  should_appraise: { zh: '应参加考核人数', en: 'people who should be appraised' },
  took_part: { zh: '参加考核人数', en: 'people who took part' },
  headcount: { zh: '在编人数', en: 'headcount' },
};

export const ROUNDING_WORDS: Readonly<Record<string, LocalText>> = {
  floor: { zh: '舍去小数', en: 'rounded down' },
  half_up: { zh: '四舍五入', en: 'rounded half up' },
  ceil: { zh: '进一取整', en: 'rounded up' },
  largest_remainder: { zh: '最大余数法', en: 'largest remainder' },
};

export const FORCE_WORDS: Readonly<Record<ProposedConsequence['force'], LocalText>> = {
  confirm: { zh: '须确认', en: 'to be confirmed' },
  may: { zh: '可以', en: 'may' },
  inform: { zh: '告知', en: 'for information' },
};
