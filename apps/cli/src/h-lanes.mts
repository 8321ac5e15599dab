import { withSurveySetting } from './bench/survey-load/h-setting.ts';
import { answerForms } from './bench/survey-load/answer-forms.ts';
import { closedLoop } from './bench/survey-load/run-load.ts';
import { startLoadProcess } from './bench/survey-load/load-process.ts';
import { readFileSync } from 'node:fs';
await withSurveySetting({ campaigns: 20, people: 10 }, async (s) => {
  const links = await s.issue(300000); let at = 0; const forms = answerForms(1);
  const next = () => { const l = links[at++]; return l ? { request: forms.requestOf(l) } : null; };
  const key = (s as any).key;
  for (const args of process.argv.slice(2).map(a => a.split(','))) {
    const p = await startLoadProcess('apps/survey/test/h-standin.ts' as any, (s as any).env, args);
    for (const [sec, con] of [[2, 256],[4, 256]] as const) { const b = p.cpuSeconds()!; const m = s.mariadb.cpuSeconds()!; const c = await closedLoop({ url: p.url, lanes: Number(args[4] ?? con), seconds: sec, next }); const n = Object.values(c.byStatus).reduce((x,y)=>x+y,0);
      if (sec > 2) console.log(args.join(','), c.donePerSecond.toFixed(0)+'/s', 'p50', c.p50.toFixed(1), 'p99', c.p99.toFixed(1), 'node us', ((p.cpuSeconds()!-b)*1e6/n).toFixed(0), 'mariadb us', ((s.mariadb.cpuSeconds()!-m)*1e6/n).toFixed(0), readFileSync('/proc/loadavg','utf8').slice(0,5)); }
    await p.stop();
  }
});
