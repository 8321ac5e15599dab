/** Markup that may stand in a page as it is. Made only by `markup`, which escapes everything put into it. */
export type Markup = { readonly markup: string };
type Insert = string | number | Markup | readonly Insert[] | null;

/** A template whose inserted texts are escaped for elements and for quoted attributes; null inserts nothing. */
export function markup(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return { markup: parts.map((part, at) => part + render(inserts[at] ?? null)).join('') };
}

function render(insert: Insert): string {
  if (insert === null) return '';
  if (typeof insert === 'string') return escape(insert);
  if (typeof insert === 'number') return String(insert);
  if ('markup' in insert) return insert.markup;
  return insert.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
