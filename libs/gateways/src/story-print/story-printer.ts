import PDFDocument from 'pdfkit';
import {
  chapterWords,
  chinaTime,
  flowVerdict,
  sourceWords,
  stepLines,
  storyHeading,
  storyNote,
  toldSteps,
  type Story,
  type StoryLanguage,
} from '@kaoji/domain/story';
import { createPen, type Pen } from '../slips/pen.js';
import { createSlipFonts, type SlipFonts, type Weight } from '../slips/slip-fonts.js';
import { wrapLine } from './wrap-line.js';

const PAGE = { width: 595.28, height: 841.89, margin: 56 };
const FOOT = PAGE.height - PAGE.margin;
const LABEL = 64;
const INK = '#111111';
const GREY = '#555555';
const MARK = '#0b5cad';
const LEADING = 1.5;

export type StoryPrintOptions = { readonly language: StoryLanguage; readonly all?: boolean };
export type StoryPrinter = { print(story: Story, options: StoryPrintOptions): Promise<Uint8Array> };

/** A story as a PDF: A4, real text, only the glyphs used embedded; the same content as its page. */
export function createStoryPrinter(fonts: SlipFonts = createSlipFonts()): StoryPrinter {
  return {
    print: async (story, options) => {
      const { title } = storyHeading(story, options.language);
      const document = new PDFDocument({
        size: [PAGE.width, PAGE.height],
        margin: 0,
        bufferPages: true,
        lang: options.language === 'zh' ? 'zh-CN' : 'en',
        info: { Title: `${title} ${story.appraisalId}` },
      });
      const pieces: Buffer[] = [];
      const done = new Promise<void>((resolve, reject) => {
        document.on('data', (piece: Buffer) => void pieces.push(piece));
        document.on('end', resolve);
        document.on('error', reject);
      });
      const pen = createPen(document, fonts);
      draw(new Sheet(document, pen), story, options);
      const { count } = document.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        document.switchToPage(page);
        const text = `${story.appraisalId}  ${page + 1} / ${count}`;
        pen.write(text, { x: PAGE.margin, y: FOOT + 14 }, 8, 400, GREY);
      }
      document.end();
      await done;
      return Buffer.concat(pieces);
    },
  };
}

/** Writes downwards and turns the page where a line would not fit. */
class Sheet {
  private y = PAGE.margin;
  private readonly widths = new Map<string, number>();
  constructor(
    private readonly document: InstanceType<typeof PDFDocument>,
    private readonly pen: Pen,
  ) {}

  text(words: string, size: number, weight: Weight = 400, colour = INK, indent = 0): void {
    const left = PAGE.margin + indent;
    for (const line of this.lines(words, size, weight, PAGE.width - PAGE.margin - left)) {
      this.keep(size * LEADING);
      this.pen.write(line, { x: left, y: this.y }, size, weight, colour);
      this.y += size * LEADING;
    }
  }

  /** A label in its own column, its text beside it. */
  pair(label: string, words: string, size: number, colour: string): void {
    this.keep(size * LEADING);
    this.pen.write(label, { x: PAGE.margin, y: this.y }, size, 400, GREY);
    this.text(words, size, 400, colour, LABEL);
  }

  gap(points: number): void {
    this.y += points;
  }

  /** So much stays together on one page. */
  keep(points: number): void {
    if (this.y + points <= FOOT) return;
    this.document.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
    this.y = PAGE.margin;
  }

  private lines(words: string, size: number, weight: Weight, most: number): readonly string[] {
    return wrapLine(words, most, (piece) => {
      const key = `${size} ${weight} ${piece}`;
      const width = this.widths.get(key) ?? this.pen.width(piece, size, weight);
      this.widths.set(key, width);
      return width;
    });
  }
}

function draw(sheet: Sheet, story: Story, { language, all = false }: StoryPrintOptions): void {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const { title, lines } = storyHeading(story, language);
  sheet.text(title, 17, 700);
  for (const line of lines) sheet.text(line, 9, 400, GREY);
  sheet.gap(8);
  for (const flow of story.flows) {
    const { words, bad } = flowVerdict(flow, language);
    const built = flow.builds.length === 0 ? '' : ` [${flow.builds.join(' ')}]`;
    sheet.text(`${sourceWords(flow.source)[language]}${built}${say('：', ': ')}${words}`, 9, bad ? 700 : 400);
  }
  sheet.text(storyNote(language), 8, 400, GREY);
  for (const step of all ? story.steps : toldSteps(story)) {
    sheet.gap(9);
    sheet.keep(44); // a heading is not left alone at the foot
    const from = `${chapterWords(step.chapter)[language]} · ${sourceWords(step.source)[language]}`;
    const event = step.event === null ? '' : ` #${step.event}`;
    sheet.text(`${step.number}  ${chinaTime(step.at)}  ${from}${event}`, 8, 400, GREY);
    sheet.text(step.what[language], 10.5, 700);
    for (const { label, text } of stepLines(step, language)) {
      sheet.pair(label, text, 9, label === say('变化', 'changed') ? MARK : INK);
    }
  }
}
