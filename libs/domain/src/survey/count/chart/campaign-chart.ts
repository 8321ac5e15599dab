import type { CampaignCount, QuestionCount } from '../campaign-count.js';
import { WIDTH, gap, peopleRows, questionRows, stacked, textLines } from './chart-rows.js';
import { chartWords, isTooFew, type ChartLanguage, type ChartWords } from './chart-words.js';
import { escaped } from './svg-text.js';

export type ChartOptions = {
  /** Names by appraisal id; whoever has none is shown by the id. */
  readonly names?: Readonly<Record<string, string>>;
  /** A line through the rates (0 to 1), such as the one of a veto. */
  readonly line?: string;
};

/** The same numbers in sentences, for whoever does not see the picture. */
function described(count: CampaignCount, words: ChartWords, nameOf: (id: string) => string): string {
  const people = count.people.map((person) => {
    const says =
      person.estimate === null || isTooFew(person, count)
        ? words.fewAnswers
        : `${words.rate(person)}${words.say('，', ', ')}${words.interval(person)}`;
    return `${nameOf(person.appraisalId)}${words.say('：', ': ')}${says}`;
  });
  const questions = count.community.map((question) => questionText(question, words));
  return [words.turnout, ...people, ...questions].join(words.say('。', '. '));
}

function questionText({ title, answered, cells }: QuestionCount, words: ChartWords): string {
  const colon = words.say('：', ': ');
  if (answered === null) return `${words.text(title)}${colon}${words.fewAnswers}`;
  const each = cells.map(({ title: name, count }) => `${words.text(name)} ${count ?? words.hidden}`);
  return `${words.text(title)}${colon}${[words.answered(answered), ...each].join(words.say('，', ', '))}`;
}

/**
 * A count as an SVG picture: a rate with its interval and n for each person, a bar for each answer of the
 * community's questions; what is hidden is said in words. Title and description tell the same without eyes.
 * No script, no font or picture from elsewhere; every text is escaped. For a notice and for staff.
 */
export function campaignChart(
  count: CampaignCount,
  language: ChartLanguage,
  options: ChartOptions = {},
): string {
  const words = chartWords(count, language);
  const names = new Map(Object.entries(options.names ?? {}));
  const nameOf = (id: string) => names.get(id) ?? id;
  const line = options.line ?? null;
  const body = stacked([
    gap(12),
    textLines(words.title, 20, 'bold'),
    textLines(words.turnout),
    gap(14),
    ...(count.people.length === 0
      ? []
      : [
          textLines(words.peopleTitle, 16, 'bold'),
          gap(6),
          peopleRows(count, words, nameOf, line),
          textLines(`${words.note}${line === null ? '' : ` ${words.line(line)}`}`, 12),
          gap(14),
        ]),
    ...(count.community.length === 0 ? [] : [textLines(words.questionsTitle, 16, 'bold'), gap(4)]),
    ...count.community.map((question) => questionRows(question, words)),
    gap(8),
  ]);
  const id = `kaoji-${count.root.replace(/[^0-9a-z]/g, '').slice(0, 12)}-${language}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="${language === 'zh' ? 'zh-CN' : 'en'}"`,
    ` aria-labelledby="${id}-title ${id}-desc" width="${WIDTH}" height="${body.height}"`,
    ` viewBox="0 0 ${WIDTH} ${body.height}" font-family="system-ui, sans-serif" fill="#14181f">`,
    `<title id="${id}-title">${escaped(words.title)}</title>`,
    `<desc id="${id}-desc">${escaped(described(count, words, nameOf))}</desc>`,
    `<rect width="${WIDTH}" height="${body.height}" fill="#ffffff"/>${body.svg}</svg>`,
  ].join('');
}
