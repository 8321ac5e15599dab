import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import type { SlipPrinter } from '@kaoji/application';
import { createPen, type Pen } from './pen.js';
import { createSlipFonts, type SlipFonts, type Weight } from './slip-fonts.js';
import { CODE_SIDE, MARGIN, PAGE, PER_PAGE, SLIP, cutMarks, placeOf, type Place } from './slip-layout.js';
import { slipText } from './slip-text.js';

type Document = InstanceType<typeof PDFDocument>;
type Slips = Parameters<SlipPrinter['print']>[0];

const INK = '#000000';
const GREY = '#555555';
const TYPED = 'Courier-Bold'; // one of the fonts every reader has; tells l from 1 and O from 0
const TYPED_SIZE = 6.6;
const QUIET_MODULES = 4; // ISO/IEC 18004
const GAP = 12;

/** Slips as a PDF: A4, ten to a page in reading order, cut marks, vector codes, only the glyphs used embedded. */
export function createSlipPrinter(fonts: SlipFonts = createSlipFonts()): SlipPrinter {
  return {
    print: async (slips) => {
      const document = new PDFDocument({
        size: 'A4',
        margin: 0,
        autoFirstPage: false,
        info: { Title: '居民测评' },
      });
      const pieces: Buffer[] = [];
      const done = new Promise<void>((resolve, reject) => {
        document.on('data', (piece: Buffer) => void pieces.push(piece));
        document.on('end', resolve);
        document.on('error', reject);
      });
      const pen = createPen(document, fonts);
      slips.links.forEach((link, index) => {
        if (index % PER_PAGE === 0) startPage(document);
        drawSlip(document, pen, slips, link, placeOf(index % PER_PAGE));
      });
      document.end();
      await done;
      return Buffer.concat(pieces);
    },
  };
}

function startPage(document: Document): void {
  document.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
  document.lineWidth(0.4).strokeColor('#888888');
  for (const { from, to } of cutMarks()) document.moveTo(from.x, from.y).lineTo(to.x, to.y).stroke();
}

function drawSlip(document: Document, pen: Pen, slips: Slips, link: string, { x, y }: Place): void {
  const text = slipText(slips.year, slips.closesAt);
  drawCode(document, link, { x: x + MARGIN, y: y + MARGIN });

  const left = x + MARGIN + CODE_SIDE + GAP;
  const width = x + SLIP.width - MARGIN - left;
  let top = y + MARGIN - 3; // a line of text has some white above it
  const line = (words: string, size: number, leading: number, weight: Weight, colour: string): void => {
    const fitted = Math.min(size, (size * width) / pen.width(words, size, weight));
    pen.write(words, { x: left, y: top }, fitted, weight, colour);
    top += size * leading;
  };
  const name = nameLines(slips.communityName, pen, width);
  for (const words of name) line(words, name.length === 1 ? 13 : 10, 1.25, 700, INK);
  line(text.title, 10, 1.6, 700, INK);
  for (const words of text.lines) line(words, 8.5, 1.35, 400, INK);
  line(text.closing, 8.5, 1.6, 700, INK);
  for (const words of text.english) line(words, 6.4, 1.3, 400, GREY);

  const typedAt = y + SLIP.height - MARGIN - TYPED_SIZE * 2.2;
  pen.write(text.fallback, { x: x + MARGIN, y: typedAt - 10 }, 5.6, 400, GREY);
  document.font(TYPED).fontSize(TYPED_SIZE).fillColor(INK);
  linesOf(link, Math.floor((SLIP.width - 2 * MARGIN) / (TYPED_SIZE * 0.6))).forEach((typed, index) => {
    document.text(typed, x + MARGIN, typedAt + index * TYPED_SIZE * 1.2, { lineBreak: false });
  });
}

/** A long name takes two lines before it becomes too small to read. */
function nameLines(name: string, pen: Pen, width: number): readonly string[] {
  const fits = pen.width(name, 13, 700) <= width * 1.4;
  const characters = [...name];
  return fits ? [name] : linesOf(characters, Math.ceil(characters.length / 2)).map((line) => line.join(''));
}

/** As even as possible: nobody likes to type a last line of three letters. */
function linesOf<T extends string | readonly string[]>(whole: T, most: number): readonly T[] {
  const lines = Math.ceil(whole.length / most);
  const each = Math.ceil(whole.length / lines);
  return Array.from({ length: lines }, (_line, index) => whole.slice(index * each, (index + 1) * each) as T);
}

/** Dark modules as one path, those side by side in one piece. */
function drawCode(document: Document, link: string, { x, y }: Place): void {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const module = CODE_SIDE / (rows.length - 2 * QUIET_MODULES);
  // The quiet zone lies in the margins, where nothing is printed.
  document
    .save()
    .translate(x - QUIET_MODULES * module, y - QUIET_MODULES * module)
    .scale(module);
  rows.forEach((row, top) => {
    for (let left = row.indexOf(true); left >= 0;) {
      const light = row.indexOf(false, left);
      const right = light < 0 ? row.length : light;
      document.rect(left, top, right - left, 1);
      left = row.indexOf(true, right);
    }
  });
  document.fill(INK).restore();
}
