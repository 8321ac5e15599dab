import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
import { photoOf, type Hand, type Pixels } from '../testing/photo.js';
import { createSlipPrinter } from './slip-printer.js';
import { PAGE, PER_PAGE, SLIP, placeOf } from './slip-layout.js';

const require = createRequire(import.meta.url);
/** As long as real ones, and the same every time: what one camera cannot read is no matter of chance here. */
const linksOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_link, index) => {
    const token = createHash('sha512').update(`demo ${index}`).digest('base64url').slice(0, 74);
    return `https://survey.example.gov.cn/s/${token}`;
  });
const slips = (
  links: readonly string[],
  over: { communityName?: string; closesAt?: number | null } = {},
) => ({
  communityName: '演示街道第一社区',
  year: 2026,
  closesAt: Date.parse('2026-03-20T15:59:59.999Z'),
  links,
  ...over,
});
const printer = createSlipPrinter();

type Printed = {
  readonly pages: number;
  readonly texts: readonly string[];
  photograph(page: number): Promise<Canvas>;
};

async function open(bytes: Uint8Array): Promise<Printed> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    disableFontFace: true, // outlines from the file, not from this machine
    standardFontDataUrl: require
      .resolve('pdfjs-dist/package.json')
      .replace('package.json', 'standard_fonts/'),
    verbosity: 0,
  }).promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_page, index) => document.getPage(index + 1)),
  );
  const texts = await Promise.all(
    pages.map(async (page) =>
      (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(''),
    ),
  );
  return {
    pages: document.numPages,
    texts,
    photograph: async (index) => {
      const page = pages[index]!;
      const viewport = page.getViewport({ scale: DOTS });
      const canvas = white(viewport.width, viewport.height);
      await page.render({ canvasContext: canvas.getContext('2d') as never, viewport }).promise;
      return canvas;
    },
  };
}

const DOTS = 2; // pixels a point: 144 dots an inch, a sheet photographed whole by a phone of ten years ago

function white(width: number, height: number): Canvas {
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f1ea'; // paper under a lamp
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

describe('a page of slips', () => {
  const links = linksOf(PER_PAGE);
  let sheet: Pixels;
  beforeAll(async () => {
    const page = await (await open(await printer.print(slips(links)))).photograph(0);
    sheet = page.getContext('2d').getImageData(0, 0, page.width, page.height);
  });

  it.each<Hand & { how: string }>([
    { how: 'held still', turn: 0, lean: 0, blur: 0, quality: 90 },
    { how: 'turned, leaning and a little out of focus', turn: 4, lean: 0.1, blur: 0.7, quality: 60 },
    { how: 'turned the other way, in a hurry', turn: -9, lean: 0.15, blur: 1, quality: 45 },
    { how: 'upside down', turn: 183, lean: 0.1, blur: 0.8, quality: 60 },
  ])('gives back every link from a photo $how', async (hand) => {
    const read: string[] = [];
    for (let index = 0; index < PER_PAGE; index += 1) {
      const { x, y } = placeOf(index);
      // Whoever scans holds the phone over the code: the left part of the slip.
      const [width, height] = [SLIP.width * DOTS * 0.5, SLIP.height * DOTS];
      const photo = await photoOf(sheet, { x: x * DOTS, y: y * DOTS, width, height }, hand);
      const seen = { width: photo.width, height: photo.height, data: new Uint8Array(photo.data) };
      read.push(decodeQR(seen, { timeLimit: 5_000, effort: 4 }));
    }
    expect(read).toEqual(links);
  });
});

describe('the PDF', () => {
  it('has ten slips on an A4 page, each with its own address to type', async () => {
    const links = linksOf(23);
    const { pages, texts } = await open(await printer.print(slips(links)));
    expect(pages).toBe(3);
    links.forEach((link, index) => {
      expect(texts[Math.floor(index / PER_PAGE)]).toContain(link);
    });
    expect(PAGE.width / SLIP.width).toBe(2);
    expect(PAGE.height / SLIP.height).toBe(5);
  });

  it('says who asks, until when, and what to do, in Chinese and in English', async () => {
    const { texts } = await open(await printer.print(slips(linksOf(1))));
    for (const words of [
      '演示街道第一社区',
      '2026年度居民测评',
      '手机扫码填写',
      '2026年3月20日24时前有效',
      'Until 2026-03-20, 24:00.',
      '扫不了码？',
    ]) {
      expect(texts[0]).toContain(words);
    }
  });

  it('names no day while there is none', async () => {
    const { texts } = await open(await printer.print(slips(linksOf(1), { closesAt: null })));
    expect(texts[0]).toContain('请在收到后尽快填写');
    expect(texts[0]).not.toContain('Until');
  });

  it.each([
    '演示犇垚社区',
    '演示赟龘埗村',
    '演示𠮷社区',
    'Demo Community 7',
    '演示一二三四五六七八九十甲乙丙丁戊己庚辛社区',
  ])('writes %s, rare characters included, and 〓 for what no font holds', async (communityName) => {
    const { texts } = await open(await printer.print(slips(linksOf(1), { communityName })));
    expect(texts[0]).toContain(communityName.replace('𠮷', '〓'));
  });

  it('embeds the glyphs it uses and no more: 100 slips stay under 250 kB', async () => {
    const bytes = await printer.print(slips(linksOf(100)));
    expect(bytes.length).toBeLessThan(250_000);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/FontName \/[A-Z]{6}\+NotoSansSC/);
  });
});
