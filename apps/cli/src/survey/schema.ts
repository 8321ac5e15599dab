import { questionnaireJsonSchema } from '@kaoji/domain';
import type { Terminal } from '../terminal/terminal.js';

/** Prints the JSON Schema of questionnaires, made from the schema the survey itself reads with. */
export function schema(terminal: Terminal): void {
  terminal.out(JSON.stringify(questionnaireJsonSchema(), null, 2));
}
