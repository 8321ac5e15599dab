import type { Command } from 'commander';
import type { Terminal } from '../terminal/terminal.js';
import { registerAccess } from './access/register-access.js';
import { registerExport } from './export/register-export.js';
import { registerGaps } from './gaps/register-gaps.js';
import { registerHeads } from './heads/register-heads.js';
import { registerKeys } from './keys/register-keys.js';
import { registerSchema } from './schema/register-schema.js';
import { registerShow } from './show/register-show.js';
import { registerSweep } from './sweep/register-sweep.js';
import { registerVerify } from './verify/register-verify.js';

/** Adds one subcommand; what it does is loaded when it is called. */
type Subcommand = (audit: Command, terminal: Terminal) => void;

/** Every subcommand of `kaoji audit`; a new one is a folder with `register-<name>.ts` and a line here. */
const SUBCOMMANDS: readonly Subcommand[] = [
  registerSweep,
  registerGaps,
  registerHeads,
  registerKeys,
  registerExport,
  registerSchema,
  registerAccess,
  registerVerify,
  registerShow,
];

/** `kaoji audit …`: archive, log, bundle and verifier. */
export function register(program: Command, terminal: Terminal): void {
  const audit = program
    .command('audit')
    .description('prove what happened: the archive, the log, bundles to take away, and verifying them');
  for (const add of SUBCOMMANDS) add(audit, terminal);
}
