import { withSurveySetting } from './bench/survey-load/survey-setting.ts';
import { answerForms } from './bench/survey-load/answer-forms.ts';
import { closedLoop } from './bench/survey-load/run-load.ts';
import { openUsualIntake } from '@kaoji/persistence/testing';
import { openDatabase } from '@kaoji/persistence';
const kinds = (process.argv[2] ?? 'real').split(',');
const drop = process.argv[4];
await withSurveySetting({ campaigns: Number(process.argv[3] ?? 20), people: 10 }, async (s) => {
  const links = await s.issue(150000);
  if (drop) { const { createConnection } = await import('/work/main/node_modules/mysql2/promise.js'); const c = await (createConnection as any)(s.mariadb.url.replace('mariadb:','mysql:')); for (const q of drop.split(';')) await c.query(q); await c.end(); }
  for (const what of kinds) {
  const p = what === 'real' ? await s.start(process.env['PROF'] ? { NODE_OPTIONS: '--import file:///tmp/h-inspect.mjs' } : {}) : await s.startStandIn(what);
  if (what === 'usual') { const u = await openUsualIntake(s.mariadb.url, 1); await u.addTokens(links.map(l=>l.linkHash)); await u.close(); }
  const forms = answerForms(1); let at = 0;
  const next = () => { const l = links[at++]; return l ? { request: forms.requestOf(l) } : null; };
  for (const sec of [3, 6]) { const b = p.cpuSeconds()!; const m = s.mariadb.cpuSeconds()!; const me = process.cpuUsage(); const c = await closedLoop({ url: p.url, lanes: 256, seconds: sec, next }); const d = process.cpuUsage(me); const n = Object.values(c.byStatus).reduce((a,b)=>a+b,0);
  console.log(what, JSON.stringify(c.byStatus), c.donePerSecond.toFixed(0)+'/s', 'p50', c.p50.toFixed(1), 'p99', c.p99.toFixed(1), 'node us', ((p.cpuSeconds()!-b)*1e6/n).toFixed(0), 'mariadb us', ((s.mariadb.cpuSeconds()!-m)*1e6/n).toFixed(0), 'client us', ((d.user+d.system)/n).toFixed(1)); }
  await p.stop(); }
});
