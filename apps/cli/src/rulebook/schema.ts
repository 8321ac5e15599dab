import { caseJsonSchema, rulebookJsonSchema } from '@kaoji/domain';
import type { Terminal } from '../terminal/terminal.js';

/** Prints the JSON Schema of rulebooks or of cases, made from the schema the engine itself reads with. */
export function schema(terminal: Terminal, of: 'rulebook' | 'case'): void {
  terminal.out(JSON.stringify(of === 'case' ? caseJsonSchema() : rulebookJsonSchema(), null, 2));
}
