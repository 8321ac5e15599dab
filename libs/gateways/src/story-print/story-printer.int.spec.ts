import { describe, expect, it } from '@jest/globals';
import { smallFlow, smallStory } from '@kaoji/domain/testing';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createStoryPrinter } from './story-printer.js';

async function textOf(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_page, at) => {
    const { items } = await (await document.getPage(at + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return Promise.all(pages);
}

describe('a printed story', () => {
  it.each([
    ['zh', ['一次考核的经过', '状态：收集证据 → 已封存', '第十条', '与历史一致']],
    ['en', ['The story of one appraisal', 'stage: collecting evidence → sealed', 'the same as its history']],
  ] as const)('holds real text that can be searched and copied, in %s', async (language, texts) => {
    const [page = ''] = await textOf(await createStoryPrinter().print(smallStory(), { language }));
    for (const text of texts) expect(page.replaceAll(/\s/g, '')).toContain(text.replaceAll(/\s/g, ''));
  });

  it('goes on to another page, numbered, and embeds only the glyphs it uses', async () => {
    const flows = Array.from({ length: 6 }, () => smallFlow());
    const bytes = await createStoryPrinter().print(smallStory({ flows }), { language: 'zh', all: true });
    const pages = await textOf(bytes);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`);
    expect(bytes.length).toBeLessThan(150_000);
  });
});
