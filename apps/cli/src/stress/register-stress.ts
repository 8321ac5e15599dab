import Table from 'cli-table3';
import type { Command } from 'commander';
import { aboveZero } from '../terminal/above-zero.js';
import type { Terminal } from '../terminal/terminal.js';
import type { Finding } from './finding.js';

type Flags = { readonly quick?: boolean; readonly json?: boolean; readonly seconds?: number };

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
    .option('--json', 'one line of JSON')
    .action(async ({ quick = false, seconds, json = false }: Flags) => {
      const [{ FULL, QUICK, stressSurvey }, { describeMachine }] = await Promise.all([
        import('./survey-stress.js'),
        import('../bench/bench-report.js'),
      ]);
      const sizes = quick ? QUICK : FULL;
      const overload =
        sizes.overload === null || seconds === undefined ? sizes.overload : { ...sizes.overload, seconds };
      const machine = describeMachine();
      if (!json) terminal.out(`stress survey on ${machine}`);
      const findings = await stressSurvey({ ...sizes, overload }, (part) => {
        if (!json) terminal.out(tableOf(part));
      });
      const violations = findings.filter(({ holds }) => !holds);
      if (json) terminal.out(JSON.stringify({ stress: 'survey', machine, findings }));
      else terminal.out(violations.length === 0 ? 'everything held' : `${violations.length} did not hold`);
      if (violations.length > 0) terminal.setExitCode(1);
    });
}

function tableOf(findings: readonly Finding[]): string {
  const table = new Table({
    head: ['', 'found', 'wanted', ''],
    colAligns: ['left', 'right', 'right', 'left'],
    style: { head: [], border: [] },
  });
  for (const { what, found, wanted, holds } of findings) {
    table.push([what, found, wanted, wanted === '' ? '' : holds ? 'ok' : 'VIOLATED']);
  }
  return table.toString();
}
