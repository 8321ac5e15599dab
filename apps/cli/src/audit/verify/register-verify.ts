import type { Command } from 'commander';
import { aboveZero } from '../../terminal/above-zero.js';
import { languageOption, type Language } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

type Flags = {
  readonly heads?: readonly string[];
  readonly keys?: readonly string[];
  readonly roots?: readonly string[];
  readonly all?: true;
  readonly json?: true;
  readonly processes: number;
  readonly lang: Language;
};

/** `kaoji audit verify FILE` and `kaoji audit build-verifier`. */
export function registerVerify(audit: Command, terminal: Terminal): void {
  audit
    .command('verify')
    .description('verify a bundle: hashes, log, signatures, every history replayed, everything decided again')
    .argument('<file>', 'the bundle')
    .option('--heads <file...>', 'signed heads kept outside: witness files')
    .option('--roots <root...>', 'roots printed in notices and on results: SIZE:sha256:HEX')
    .option('--keys <file...>', 'public keys of the log, published outside')
    .option('--all', 'every difference, not the first only')
    .option('--json', 'one line of JSON')
    .option('--processes <n>', 'processes that replay at once', aboveZero, 1)
    .addOption(languageOption())
    .addHelpText('after', '\nNeeds no network and no database. Exit 0 proved, 1 differs, 2 cannot be read.')
    .action(async (file: string, flags: Flags) => {
      const [{ verify }, { programOfCheckout }] = await Promise.all([
        import('./verify.js'),
        import('./program/verifier-program.js'),
      ]);
      const {
        heads = [],
        keys = [],
        roots = [],
        all = false,
        json = false,
        processes,
        lang: language,
      } = flags;
      const program = await programOfCheckout();
      await verify(terminal, { ...{ file, heads, keys, roots, all, json, language, processes }, program });
    });
  audit
    .command('build-verifier')
    .description('write the verifier as one file, to be kept beside bundles')
    .option('-o, --output <folder>', 'where to', '.')
    .action(async ({ output }: { readonly output: string }) => {
      const { buildVerifier } = await import('./program/build-verifier.js');
      terminal.out(await buildVerifier(output));
    });
}
