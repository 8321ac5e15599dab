import type { Markup } from './markup.js';
import { markup } from './markup.js';

/** A receipt code, large enough to copy by hand; `label` null where a heading names it. */
export function receiptCodeLine(code: string, label: string | null): Markup {
  return markup`<p class="receipt">${label === null ? null : markup`<span>${label}</span>`}<code>${code}</code></p>
`;
}
