import { Refusal } from '@kaoji/domain';
import { nameOf, readText } from './read-text.js';

/**
 * A JSON value from a file or standard input, read strictly: what a reader of JSON would silently drop is refused.
 * Refuses `NOT_JSON`, `NUMBER_NOT_EXACT` (digits a float would lose), `KEY_DUPLICATE`, `KEY_FORBIDDEN`, each with
 * the line of the fault, and as `readText`.
 */
export async function readJson(file: string): Promise<unknown> {
  const content = await readText(file);
  try {
    const value = JSON.parse(content) as unknown;
    refuseSilentLosses(content, nameOf(file));
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = /position (\d+)/.exec(error.message)?.[1] ?? content.length;
    throw refusalAt(content, Number(position), 'NOT_JSON', `${nameOf(file)} is not JSON`, error.message);
  }
}

/** The text is known to be JSON, so a string before a colon is a key, and brackets match. */
function refuseSilentLosses(content: string, name: string): void {
  const open: (Set<string> | null)[] = []; // keys of each open object; null for an array
  for (const { 0: token, index } of content.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|-?\d[\d.eE+-]*|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const key = JSON.parse(token.slice(0, -1)) as string;
      const keys = open.at(-1);
      if (key === '__proto__')
        throw refusalAt(content, index, 'KEY_FORBIDDEN', name, `the key "${key}" is not allowed`);
      if (keys?.has(key))
        throw refusalAt(content, index, 'KEY_DUPLICATE', name, `the key "${key}" is given twice`);
      keys?.add(key);
    } else if (!token.startsWith('"') && significantDigits(token) > 15) {
      const sentence = `${token} has more than 15 digits; write it in quotes so that none is lost`;
      throw refusalAt(content, index, 'NUMBER_NOT_EXACT', name, sentence);
    }
  }
}

function significantDigits(number: string): number {
  const digits = number.replace(/[eE].*$/, '').replace(/\D/g, '');
  return digits.replace(/^0+|0+$/g, '').length;
}

function refusalAt(content: string, position: number, code: string, name: string, sentence: string): Refusal {
  const line = content.slice(0, position).split('\n').length;
  return new Refusal(code, `${name}, line ${line}: ${sentence}.`, { line });
}
