import { parseExact } from '../../../exact/exact.js';
import type { CampaignCount, PersonCount, QuestionCount } from '../campaign-count.js';
import { isTooFew, type ChartWords } from './chart-words.js';
import { escaped, shortened, wrapped } from './svg-text.js';

/** Pixels. Names left, the scale from 0 to 100 % in the middle, numbers right. */
export const WIDTH = 760;
const MARGIN = 20;
const SCALE = { from: 230, to: 540 } as const;
const NUMBERS = 556;
const ROW = 44;
const CELL = 24;
const LINE = 20;
const TEXT = 14;

/** Part of a chart: SVG from its own top, and how much height it takes. */
export type Rows = { readonly svg: string; readonly height: number };

/** Two decimals are enough for a picture. */
function place(share: string): number {
  const { n, d } = parseExact(share);
  return Math.round((SCALE.from + (Number(n) / Number(d)) * (SCALE.to - SCALE.from)) * 100) / 100;
}

/** Rows one below the other. */
export function stacked(parts: readonly Rows[]): Rows {
  let height = 0;
  const svg = parts.map((part) => {
    const moved = `<g transform="translate(0 ${height})">${part.svg}</g>`;
    height += part.height;
    return moved;
  });
  return { svg: svg.join(''), height };
}

export function textLines(text: string, size = TEXT, weight: 'normal' | 'bold' = 'normal'): Rows {
  const lines = wrapped(text, (WIDTH - 2 * MARGIN) / size);
  const step = size + 6;
  const svg = lines.map(
    (line, at) =>
      `<text x="${MARGIN}" y="${(at + 1) * step - 4}" font-size="${size}" font-weight="${weight}">${escaped(line)}</text>`,
  );
  return { svg: svg.join(''), height: lines.length * step };
}

export function gap(height: number): Rows {
  return { svg: '', height };
}

/** 0 to 100 % over `height` pixels of rows below. */
function axis(height: number, line: string | null): string {
  const ticks = ['0', '0.25', '0.5', '0.75', '1'].map((share) => {
    const x = place(share);
    return (
      `<line x1="${x}" y1="16" x2="${x}" y2="${height}" stroke="#c9ced6"/>` +
      `<text x="${x}" y="12" font-size="11" text-anchor="middle">${Number(share) * 100}%</text>`
    );
  });
  if (line === null) return ticks.join('');
  const x = place(line);
  return `${ticks.join('')}<line x1="${x}" y1="16" x2="${x}" y2="${height}" stroke="#b42318" stroke-width="1.5" stroke-dasharray="5 4"/>`;
}

function personRow(person: PersonCount, name: string, count: CampaignCount, words: ChartWords): Rows {
  const middle = ROW / 2;
  const label = `<text x="${MARGIN}" y="${middle + 5}" font-size="${TEXT}">${escaped(
    shortened(name, (SCALE.from - MARGIN - 16) / TEXT),
  )}</text>`;
  const { estimate } = person;
  if (estimate === null || isTooFew(person, count)) {
    const why = `<text x="${SCALE.from}" y="${middle + 5}" font-size="13" fill="#4a5160" stroke="#ffffff" stroke-width="4" paint-order="stroke">${escaped(words.fewAnswers)}</text>`;
    return { svg: label + why, height: ROW };
  }
  const [low, rate, high] = [estimate.low, estimate.rate, estimate.high].map(place);
  const svg =
    `<path d="M${low} ${middle}H${high}M${low} ${middle - 6}v12M${high} ${middle - 6}v12" stroke="#1d3f72" stroke-width="2" fill="none"/>` +
    `<circle cx="${rate}" cy="${middle}" r="5" fill="#1d3f72"/>` +
    `<text x="${NUMBERS}" y="${middle - 3}" font-size="13">${escaped(words.rate(person))}</text>` +
    `<text x="${NUMBERS}" y="${middle + 15}" font-size="11.5" fill="#4a5160">${escaped(words.interval(person))}</text>`;
  return { svg: label + svg, height: ROW };
}

/** A row a person: rate, interval and n, over one scale; `line` is drawn through all of them. */
export function peopleRows(
  count: CampaignCount,
  words: ChartWords,
  nameOf: (appraisalId: string) => string,
  line: string | null,
): Rows {
  const rows = stacked([
    gap(LINE),
    ...count.people.map((person) => personRow(person, nameOf(person.appraisalId), count, words)),
  ]);
  return { svg: axis(rows.height, line) + rows.svg, height: rows.height + 8 };
}

function cellRow(cell: QuestionCount['cells'][number], answered: number, words: ChartWords): Rows {
  const baseline = CELL - 8;
  const label = `<text x="${MARGIN}" y="${baseline}" font-size="13">${escaped(
    shortened(words.text(cell.title), (SCALE.from - MARGIN - 16) / 13),
  )}</text>`;
  if (cell.count === null) {
    const why = `<text x="${SCALE.from}" y="${baseline}" font-size="13" fill="#4a5160">${escaped(words.hidden)}</text>`;
    return { svg: label + why, height: CELL };
  }
  const share = answered === 0 ? '0' : `${cell.count}/${answered}`;
  const width = Math.round((place(share) - SCALE.from) * 100) / 100;
  const svg =
    `<rect x="${SCALE.from}" y="4" width="${width}" height="14" fill="#2f6db5"/>` +
    `<text x="${NUMBERS}" y="${baseline}" font-size="13">${escaped(words.cell(cell.count, share))}</text>`;
  return { svg: label + svg, height: CELL };
}

/** A question with a bar an answer; hidden ones say so. */
export function questionRows(question: QuestionCount, words: ChartWords): Rows {
  const { answered } = question;
  const n = answered === null ? words.fewAnswers : words.answered(answered);
  const title = textLines(`${words.text(question.title)}${words.say('（', ' (')}${n}${words.say('）', ')')}`);
  if (answered === null) return stacked([title, gap(12)]);
  return stacked([title, ...question.cells.map((cell) => cellRow(cell, answered, words)), gap(12)]);
}
