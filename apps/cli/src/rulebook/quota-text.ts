import type { PersonEvaluation, QuotaSheet, Rulebook } from '@kaoji/domain';
import { inLanguage, type Language, speaker } from '../terminal/language.js';
import { percent, readable } from './exact-text.js';
import { BASE_WORDS, ROUNDING_WORDS } from './words.js';

/** The quota of one unit: how many seats and why, who got them, and who stood on the line. */
export function quotaLines(
  sheet: QuotaSheet,
  people: readonly PersonEvaluation[],
  rulebook: Rulebook,
  language: Language,
): string[] {
  const say = speaker(language);
  const list = (ids: readonly string[]): string => (ids.length === 0 ? '–' : ids.join(', '));
  const { toPeople, drawSeed } = sheet;
  return [
    seatsLine(sheet, rulebook, language),
    ...(toPeople === null
      ? []
      : [`  ${say('名额由人决定', 'Seats left to people')}: ${inLanguage(toPeople, language)}`]),
    `  ${say('够格', 'Candidates')} ${sheet.candidates}; ${say('得名额', 'seated')}: ${list(sheet.awarded)}; ${say('未得', 'not seated')}: ${list(sheet.displaced)}`,
    ...(drawSeed === null ? [] : [`  ${say('抽签种子', 'Draw seed')}: ${drawSeed}`]),
    ...lineLines(people, language),
  ];
}

function lineLines(people: readonly PersonEvaluation[], language: Language): string[] {
  const say = speaker(language);
  return people
    .flatMap(({ id, line }) => (line === null ? [] : [{ id, line }]))
    .sort((a, b) => a.line.rank - b.line.rank)
    .map(({ id, line }) => {
      const side = line.side === 'in' ? say('线上', 'in') : say('线下', 'out');
      return `  ${say('临界', 'On the line')} #${line.rank}/${line.seats} ${id} ${side} [${line.decidedBy}]: ${inLanguage(line.why, language)}`;
    });
}

function seatsLine(sheet: QuotaSheet, rulebook: Rulebook, language: Language): string {
  const say = speaker(language);
  const rounding = ROUNDING_WORDS[sheet.rounding];
  return [
    `${say('名额', 'Quota')}: ${inLanguage(BASE_WORDS[sheet.baseKind], language)} ${sheet.base} × ${percent(sheet.cap)}`,
    `= ${readable(sheet.exactSeats)} → ${sheet.seats}`,
    `(${rounding === undefined ? sheet.rounding : inLanguage(rounding, language)})`,
    ...(sheet.pool === null ? [] : [`${say('合并计算', 'pooled in')} ${sheet.pool}`]),
    capWord(sheet, rulebook, language),
    ...(sheet.capClause === null ? [] : [sheet.capClause]),
    `(${sheet.capRule})`,
  ].join(' ');
}

function capWord(sheet: QuotaSheet, rulebook: Rulebook, language: Language): string {
  const say = speaker(language);
  const { raised, lowered } = rulebook.quota;
  if (raised.some((rule) => rule.id === sheet.capRule)) return say('上调比例，依据', 'raised by');
  if (lowered.some((rule) => rule.id === sheet.capRule)) return say('下调比例，依据', 'lowered by');
  return say('一般比例，依据', 'ordinary cap by');
}
