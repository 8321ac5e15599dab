import type { Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.js';
import type { Finding } from '../finding.js';
import { tableOf } from '../finding-table.js';

type Flags = { readonly quick?: boolean; readonly json?: boolean };

/** `kaoji stress audit`: a thousand damaged bundles, and a hundred honest ones. */
export function registerAuditStress(stress: Command, terminal: Terminal): void {
  stress
    .command('audit')
    .description(
      'damage and forge audit bundles of real years; exit 1 when one passes or an honest one is doubted',
    )
    .option('--quick', 'small sizes, about a minute')
    .option('--json', 'one line of JSON')
    .action(async ({ quick = false, json = false }: Flags) => {
      const [
        { FULL, QUICK, stressAudit },
        { describeMachine },
        { benchSetting },
        { cliVariables, loadConfig },
      ] = await Promise.all([
        import('./audit-stress.js'),
        import('../../bench/bench-report.js'),
        import('../../bench/bench-setting.js'),
        import('@kaoji/config'),
      ]);
      const setting = benchSetting(loadConfig(cliVariables));
      const machine = describeMachine();
      if (!json) terminal.out(`stress audit on ${machine}`);
      const tell = (part: readonly Finding[]): void => {
        if (!json) terminal.out(tableOf(part));
      };
      const findings = await stressAudit(setting, quick ? QUICK : FULL, tell);
      const violations = findings.filter(({ holds }) => !holds);
      if (json) terminal.out(JSON.stringify({ stress: 'audit', machine, findings }));
      else terminal.out(violations.length === 0 ? 'everything held' : `${violations.length} did not hold`);
      if (violations.length > 0) terminal.setExitCode(1);
    });
}
