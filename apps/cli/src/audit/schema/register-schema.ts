import type { Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.js';

/** `kaoji audit schema`: the form of a bundle's manifest. */
export function registerSchema(audit: Command, terminal: Terminal): void {
  audit
    .command('schema')
    .description('print the JSON Schema of the manifest of a bundle')
    .action(async () => {
      const { manifestJsonSchema } = await import('@kaoji/domain');
      terminal.out(JSON.stringify(manifestJsonSchema(), null, 2));
    });
}
