import { type Command, Option } from 'commander';
import { aboveZero } from '../terminal/above-zero.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Finding } from './finding.js';
import { registerApprovalStress } from './approvals/register-approval-stress.js';
import { registerAuditStress } from './audit/register-audit-stress.js';
import { tableOf } from './finding-table.js';
import type { StressPart } from './survey-stress.js';

type Flags = {
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly seconds?: number;
  readonly only?: readonly StressPart[];
};
/** As in `survey-stress.ts`, which is not loaded to print a help text. */
const PARTS: readonly StressPart[] = ['forged', 'links', 'killed', 'overload'];

/** `kaoji stress …`: what must hold under attack, load and bad luck, at full size. */
export function register(program: Command, terminal: Terminal): void {
  const stress = program.command('stress').description('attack it, overload it, kill its database');

  stress
    .command('survey')
    .description(
      'forged and contested links, a killed database, three times too much; exit 1 on any violation',
    )
    .option('--quick', 'small sizes, about a minute')
    .option('--seconds <n>', 'of the overload (60, quick 5)', aboveZero)
    .addOption(new Option('--only <part...>', 'not everything').choices(PARTS))
    .option('--json', 'one line of JSON')
    .action(async ({ quick = false, seconds, only = PARTS, json = false }: Flags) => {
      const [{ FULL, QUICK, stressSurvey }, { describeMachine }] = await Promise.all([
        import('./survey-stress.js'),
        import('../bench/bench-report.js'),
      ]);
      const sizes = quick ? QUICK : FULL;
      const overload = seconds === undefined ? sizes.overload : { ...sizes.overload, seconds };
      const machine = describeMachine();
      if (!json) terminal.out(`stress survey on ${machine}`);
      const tell = (part: readonly Finding[]): void => {
        if (!json) terminal.out(tableOf(part));
      };
      const findings = await stressSurvey({ ...sizes, overload }, tell, only);
      const violations = findings.filter(({ holds }) => !holds);
      if (json) terminal.out(JSON.stringify({ stress: 'survey', machine, findings }));
      else terminal.out(violations.length === 0 ? 'everything held' : `${violations.length} did not hold`);
      if (violations.length > 0) terminal.setExitCode(1);
    });

  registerApprovalStress(stress, terminal);
  registerAuditStress(stress, terminal);
}
