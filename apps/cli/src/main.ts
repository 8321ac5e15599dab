import { Command } from 'commander';
import { GROUPS } from './groups.js';
import { failureLine, reportFailure } from './terminal/report-failure.js';
import { processTerminal, type Terminal } from './terminal/terminal.js';

/** Runs `kaoji` with the words after its name; the exit code is set, never forced, so output is complete. */
export async function main(words: readonly string[], terminal: Terminal = processTerminal()): Promise<void> {
  try {
    const program = await buildProgram(words, terminal);
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    reportFailure(terminal, error, { debug: words.includes('--debug'), json: words.includes('--json') });
  }
}

async function buildProgram(words: readonly string[], terminal: Terminal): Promise<Command> {
  const program = new Command('kaoji')
    .description('考绩 Kaoji: appraisals of community workers, from a terminal')
    .option('--debug', 'show where a fault of Kaoji itself happened')
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings or differences, 2 bad input or usage, 3 a fault of Kaoji itself.',
    )
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      outputError: (text, write) => write(failureLine('USAGE', text.replace(/^error: /, ''))),
    })
    .exitOverride();
  const named = GROUPS.filter((group) => group.name === words.find((word) => !word.startsWith('-')));
  for (const group of named.length > 0 ? named : GROUPS) (await group.load()).register(program, terminal);
  return program;
}
