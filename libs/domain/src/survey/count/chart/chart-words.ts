import { HUNDRED, formatExact, multiplyExact, parseExact, roundExact } from '../../../exact/exact.js';
import type { RoundingMode } from '../../../exact/exact.js';
import type { CampaignCount, PersonCount, QuestionCount } from '../campaign-count.js';

export type ChartLanguage = 'zh' | 'en';

/** A share (0 to 1) as a percentage with one decimal. */
export function percent(share: string, mode: RoundingMode = 'half_up'): string {
  const text = formatExact(roundExact(multiplyExact(parseExact(share), HUNDRED), 1, mode));
  return `${text.includes('.') ? text : `${text}.0`}%`;
}

/** Everything a chart says, in one language. */
export function chartWords(count: CampaignCount, language: ChartLanguage) {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const k = count.suppression.cells;
  const { received, valid, invalid, response } = count;
  return {
    say,
    title: say('居民满意度调查结果', 'Residents’ survey: results'),
    turnout: [
      say(
        `收到${received}份，有效${valid}份，无效${invalid}份`,
        `${received} received, ${valid} valid, ${invalid} invalid`,
      ),
      response.ofIssued === null
        ? ''
        : say(
            `发出${response.issued}份，回收率${percent(response.ofIssued)}`,
            `${response.issued} issued, response rate ${percent(response.ofIssued)}`,
          ),
      response.population === null
        ? ''
        : say(`调查总体${response.population}`, `population ${response.population}`),
    ]
      .filter((part) => part !== '')
      .join(say('；', '; ')),
    peopleTitle: say('满意率（满意票占有效票）', 'Satisfaction (satisfied among valid ballots)'),
    questionsTitle: say('社区情况', 'The community'),
    note: say(
      '横线为95%区间（威尔逊，按有限总体修正），只反映抽样误差；未作答的人可能看法不同。',
      'Bars with caps are 95 % intervals (Wilson, finite population corrected): sampling error only; those who did not answer may think otherwise.',
    ),
    line: (share: string) => say(`虚线为${percent(share)}界线。`, `The broken line is at ${percent(share)}.`),
    answered: (n: number) => say(`${n}人作答`, `n = ${n}`),
    fewAnswers: say(`不足${k}人作答，不显示`, `fewer than ${k} answers: not shown`),
    hidden: say('人数少或可据以推知，不显示', 'few people, or would tell of few: not shown'),
    rate: ({ estimate, valid: n }: PersonCount) =>
      estimate === null
        ? ''
        : say(`${percent(estimate.rate)}（n=${n}）`, `${percent(estimate.rate)} (n=${n})`),
    interval: ({ estimate }: PersonCount) =>
      estimate === null
        ? ''
        : say(
            `95%区间 ${percent(estimate.low, 'floor')}–${percent(estimate.high, 'ceil')}`,
            `95 % interval ${percent(estimate.low, 'floor')}–${percent(estimate.high, 'ceil')}`,
          ),
    cell: (n: number, share: string) => `${n}${say('人', '')}${say('，', ', ')}${percent(share)}`,
    text: (question: QuestionCount['title']) => question[language],
  };
}
export type ChartWords = ReturnType<typeof chartWords>;

/** Whether so few rated a person that the chart shows no rate; the count itself keeps what decides. */
export function isTooFew({ valid }: PersonCount, count: CampaignCount): boolean {
  return valid < count.suppression.cells;
}
