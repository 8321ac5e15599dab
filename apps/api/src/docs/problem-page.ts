import { readFile } from 'node:fs/promises';
import { isProblemCode } from '@kaoji/http-contract';
import { RequestFault } from '../problems/request-fault.js';
import { escapeHtml, htmlPage } from './html.js';

const PAGES = new URL('../../../../docs/problems/', import.meta.url);

/** The page of a problem code, from `docs/problems`. Refuses `NOT_FOUND`. */
export async function problemPage(code: string): Promise<string> {
  if (!isProblemCode(code)) throw new RequestFault('NOT_FOUND', 'There is no such problem code.');
  const markdown = await readFile(new URL(`${code}.md`, PAGES), 'utf8');
  return htmlPage(code, renderMarkdown(markdown));
}

/** The little Markdown these pages are written in: headings, lists, paragraphs, `code`. */
export function renderMarkdown(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => renderBlock(block.trim()))
    .join('\n');
}

function renderBlock(block: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(block);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>`;
  }
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
  }
  return `<p>${inline(lines.join('\n'))}</p>`;
}

function inline(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
