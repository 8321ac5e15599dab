import { type Command, Option } from 'commander';
import { aboveZero } from '../../terminal/above-zero.js';
import type { Terminal } from '../../terminal/terminal.js';
import type { Finding } from '../finding.js';
import { tableOf } from '../finding-table.js';
import type { ApprovalPart } from './approvals-stress.js';

type Flags = {
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly seconds?: number;
  readonly only?: readonly ApprovalPart[];
};
/** As in `approvals-stress.ts`, which is not loaded to print a help text. */
const PARTS: readonly ApprovalPart[] = ['race', 'away', 'database', 'worker'];

/** `kaoji stress approvals`: what must hold of acts on lists under bad luck, at full size. */
export function registerApprovalStress(stress: Command, terminal: Terminal): void {
  stress
    .command('approvals')
    .description('racing approvers, Temporal away, a killed database and worker; exit 1 on any violation')
    .option('--quick', 'small sizes, about a minute')
    .option('--seconds <n>', 'without Temporal (60, quick 3)', aboveZero)
    .addOption(new Option('--only <part...>', 'not everything').choices(PARTS))
    .option('--json', 'one line of JSON')
    .action(async ({ quick = false, seconds, only = PARTS, json = false }: Flags) => {
      const [{ FULL, QUICK, stressApprovals }, { describeMachine }, config, { benchSetting }] =
        await Promise.all([
          import('./approvals-stress.js'),
          import('../../bench/bench-report.js'),
          import('@kaoji/config'),
          import('../../bench/bench-setting.js'),
        ]);
      const servers = benchSetting(config.loadConfig(config.cliVariables));
      const sizes = quick ? QUICK : FULL;
      const away = seconds === undefined ? sizes.away : { ...sizes.away, seconds };
      const machine = describeMachine();
      if (!json) terminal.out(`stress approvals on ${machine}`);
      const tell = (part: readonly Finding[]): void => {
        if (!json) terminal.out(tableOf(part));
      };
      const findings = await stressApprovals(servers, { ...sizes, away }, tell, only);
      const violations = findings.filter(({ holds }) => !holds);
      if (json) terminal.out(JSON.stringify({ stress: 'approvals', machine, findings }));
      else terminal.out(violations.length === 0 ? 'everything held' : `${violations.length} did not hold`);
      if (violations.length > 0) terminal.setExitCode(1);
    });
}
