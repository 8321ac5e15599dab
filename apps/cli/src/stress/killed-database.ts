import { answerForms } from '../bench/survey-load/answer-forms.js';
import type { Reply } from '../bench/survey-load/http-lane.js';
import type { BulkLink } from '../bench/survey-load/issue-in-bulk.js';
import { closedLoop, openLoop, type Shot } from '../bench/survey-load/run-load.js';
import type { SurveySetting } from '../bench/survey-load/survey-setting.js';
import { atLeast, exactly, type Finding, told } from './finding.js';

export type KillPlan = { readonly answers: number; readonly kills: number; readonly perSecond: number };

const LANES = 256;
const ROUNDS = 20;
const REFUSED = new Set([429, 503]);

/**
 * Kills the database (SIGKILL) again and again while answers come in, and starts it anew each time. Afterwards every
 * answer that was accepted lies in a box, none that was refused does, and the refused ones can be sent again.
 */
export async function killedDatabase(setting: SurveySetting, plan: KillPlan): Promise<readonly Finding[]> {
  const before = await setting.received();
  const forms = answerForms(3);
  const links = await setting.issue(plan.answers);
  const process = await setting.start();
  const replies = new Map<BulkLink, Reply | null>();
  const shots = shotsAt(links, (link) => forms.requestOf(link), replies);

  const seconds = plan.answers / plan.perSecond;
  const load = openLoop({
    url: process.url,
    lanes: LANES,
    seconds: seconds + 60,
    next: shots,
    perSecond: plan.perSecond,
  });
  const killed = killAtTurns(setting, plan, replies);
  await load;
  await killed;

  const first = await compare(setting, links, replies);
  let rounds = 0;
  for (let left = refusedAmong(replies); left.length > 0 && rounds < ROUNDS; left = refusedAmong(replies)) {
    rounds += 1;
    const next = shotsAt(left, (link) => forms.requestOf(link), replies);
    await closedLoop({ url: process.url, lanes: LANES, seconds: 600, next });
  }
  const last = await compare(setting, links, replies);
  await process.stop();
  return [
    told(`answers while the database was killed ${plan.kills} times`, plan.answers),
    atLeast('  refused meanwhile', first.refused, 1),
    exactly('  accepted (303) and not there afterwards', first.lost, 0),
    exactly('  refused (503) and there all the same', first.secret, 0),
    exactly('  answered in any other way', first.other, 0),
    exactly(`  accepted in the end, sent again ${rounds} times`, last.accepted, plan.answers),
    exactly('  rows', (await setting.received()) - before, plan.answers),
  ];
}

/** One shot for each link; what it was told is written down. */
function shotsAt(
  links: readonly BulkLink[],
  requestOf: (link: BulkLink) => Buffer,
  replies: Map<BulkLink, Reply | null>,
): () => Shot | null {
  let at = 0;
  return () => {
    const link = links[at];
    if (link === undefined) return null;
    at += 1;
    return { request: requestOf(link), done: (reply) => void replies.set(link, reply) };
  };
}

/** Kills at even shares of the answers, not of the time: how long a start takes must not matter. */
async function killAtTurns(
  { mariadb }: SurveySetting,
  { answers, kills }: KillPlan,
  replies: ReadonlyMap<BulkLink, unknown>,
): Promise<void> {
  for (let kill = 1; kill <= kills; kill += 1) {
    while (replies.size < (answers * kill) / (kills + 1))
      await new Promise((resolve) => setTimeout(resolve, 1));
    await mariadb.kill();
    await mariadb.start();
  }
}

function refusedAmong(replies: ReadonlyMap<BulkLink, Reply | null>): readonly BulkLink[] {
  return [...replies].flatMap(([link, reply]) => (reply !== null && REFUSED.has(reply.status) ? [link] : []));
}

/** What residents were told next to what lies in the boxes. */
async function compare(
  { database }: SurveySetting,
  links: readonly BulkLink[],
  replies: ReadonlyMap<BulkLink, Reply | null>,
): Promise<{ accepted: number; refused: number; lost: number; secret: number; other: number }> {
  const spent = new Set<string>();
  for (let from = 0; from < links.length; from += 1_000) {
    const hashes = links.slice(from, from + 1_000).map(({ linkHash }) => linkHash);
    for (const hash of await database.transactions.read(async (stores) =>
      stores.invitations.spentAmong(hashes),
    ))
      spent.add(hash);
  }
  const found = { accepted: 0, refused: 0, lost: 0, secret: 0, other: 0 };
  for (const link of links) {
    const status = replies.get(link)?.status ?? 0;
    const there = spent.has(link.linkHash);
    if (status === 303) found.accepted += 1;
    else if (REFUSED.has(status)) found.refused += 1;
    else found.other += 1;
    if (status === 303 && !there) found.lost += 1;
    if (REFUSED.has(status) && there) found.secret += 1;
  }
  return found;
}
