import type { Terminal } from '../terminal/terminal.js';
import { loadRulebook } from './read-input.js';

/** Prints a rulebook's content hash. Refuses as `loadRulebook`. */
export async function hash(terminal: Terminal, file: string): Promise<void> {
  terminal.out((await loadRulebook(file)).hash);
}
