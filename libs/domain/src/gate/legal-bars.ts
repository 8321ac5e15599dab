import type { LocalText } from '../rulebook/schema/text.js';
import type { Ending } from './ending.js';
import type { GateCase, Protection } from './gate-case.js';
import { earlierFailures, failureOfYear } from './record-conditions.js';

/** What no document can open: the law itself stands before it. */
export type LegalBar = {
  readonly code: 'PROTECTED_PERIOD' | 'TWO_FAILURES_NOT_PROVEN' | 'RESIDENTS_MEETING_ONLY';
  readonly clause: string;
  readonly why: LocalText;
};

const PARAGRAPHS: Readonly<Record<Protection, readonly [clause: string, why: LocalText]>> = {
  occupational_hazard: [
    '第一项',
    {
      zh: '未进行离岗前职业健康检查，或者疑似职业病在诊断、观察期间',
      en: 'no check-up after hazardous work, or a suspected occupational disease',
    },
  ],
  work_injury: [
    '第二项',
    {
      zh: '患职业病或者因工负伤，丧失或者部分丧失劳动能力',
      en: 'occupational disease or work injury with loss of ability to work',
    },
  ],
  medical_period: ['第三项', { zh: '在规定的医疗期内', en: 'within the medical period' }],
  maternity: ['第四项', { zh: '女职工在孕期、产期、哺乳期', en: 'pregnancy, maternity or nursing' }],
  near_retirement: [
    '第五项',
    {
      zh: '在本单位连续工作满十五年且距法定退休年龄不足五年',
      en: 'fifteen years running in the unit and under five to retirement',
    },
  ],
  other_law: ['第六项', { zh: '法律、行政法规规定的其他情形', en: 'another law protects the person' }],
};

function protectedNow({ documents, today }: GateCase): readonly LegalBar[] {
  return documents.flatMap(({ protection, issuedOn }): LegalBar[] => {
    if (protection === null || issuedOn > today) return [];
    if (protection.until !== null && protection.until < today) return [];
    const [paragraph, why] = PARAGRAPHS[protection.paragraph];
    return [{ code: 'PROTECTED_PERIOD', clause: `劳动合同法第四十二条${paragraph}`, why }];
  });
}

/**
 * What closes a gate whatever is on record. Contract staff: a protected period (Art 42; not renewing too, Art
 * 45), and anything short of two proven failures (Art 40(2); a low rank alone is no incompetence, guiding case
 * 18). Elected members: only the residents' meeting removes them. A serious breach (Art 39) is no matter of an
 * appraisal: no grade opens that way, and it is not offered here.
 */
export function legalBars(ending: Ending, known: GateCase): readonly LegalBar[] {
  const ends = ending === 'dismiss' || ending === 'not_renew';
  if (!ends) return [];
  if (known.legal === 'elected') {
    const why = { zh: '只有居民会议能够罢免，只能移送', en: "only the residents' meeting can remove: refer" };
    const clause = '居民委员会组织法第八条、第十条';
    return [{ code: 'RESIDENTS_MEETING_ONLY', clause, why }];
  }
  if (known.legal !== 'contract') return [];
  const second = failureOfYear(known);
  const twice = second !== null && earlierFailures(known).some((first) => first < second);
  if (twice || ending === 'not_renew') return protectedNow(known);
  const why = {
    zh: '没有两个年度不合格的可靠记录（往年结果须有来源）',
    en: 'two failures are not proven: an earlier year needs a recorded result',
  };
  return [
    ...protectedNow(known),
    { code: 'TWO_FAILURES_NOT_PROVEN', clause: '劳动合同法第四十条第二项', why },
  ];
}
