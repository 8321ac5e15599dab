import { randomUUID } from 'node:crypto';
import { Refusal } from '@kaoji/domain';
import type { ActedView, ApprovalView, InboxItemView } from '@kaoji/http-contract';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { callApi, type ApiAddress } from './api-client.js';
import { readInbox, type InboxPage } from './show-inbox.js';

export type ActFlags = {
  readonly reason?: string;
  readonly to?: readonly string[];
  readonly returnTo?: string;
  readonly appraisals?: readonly string[];
  readonly act?: string;
  readonly list?: string;
  readonly key?: string;
};
type Asked = { readonly task: string; readonly verb: string; readonly flags: ActFlags };

const FULL_PAGE = '200';
const FEWEST_CHARACTERS = 4;

/**
 * Acts on a list that waits for whoever is signed in, on the round and step that stand now. Refuses `TASK_UNKNOWN`, `TASK_AMBIGUOUS`, `LIST_CHANGED`
 * and as the API does; a refusal holds the key with which the same act can be asked for again.
 */
export async function act(
  terminal: Terminal,
  address: ApiAddress,
  { task, verb, flags }: Asked,
  { json, language }: { readonly json: boolean; readonly language: Language },
): Promise<void> {
  const found = await findTask(address, task);
  const path = `/api/cycles/${found.cycleId}/units/${found.unitId}`;
  const { round, listHash, step } = await callApi<ApprovalView>(address, `${path}/approval`, {
    method: 'GET',
  });
  if (flags.list !== undefined && !matches(listHash, flags.list)) {
    throw new Refusal('LIST_CHANGED', 'The list is not the one you named. Read it again before acting.');
  }
  const { reason, to, returnTo, appraisals } = flags;
  const principal = found.as === 'deputy' ? found.onBehalfOf?.accountId : undefined;
  const body = { round, listHash, step, verb, reason, to, returnTo, appraisals, act: flags.act };
  const key = flags.key ?? randomUUID();
  const acted = await callApi<ActedView>(address, `${path}/acts`, {
    method: 'POST',
    key,
    body: { ...body, onBehalfOf: principal },
  });
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-act/1', ...acted }));
  else terminal.out(actedText(acted, language));
}

/** The one task of the inbox whose id begins so. */
async function findTask(address: ApiAddress, beginning: string): Promise<InboxItemView> {
  if (beginning.length < FEWEST_CHARACTERS) {
    throw new Refusal('TASK_UNKNOWN', `Name at least ${FEWEST_CHARACTERS} characters of the task.`);
  }
  const found: InboxItemView[] = [];
  for (let after: string | undefined; ;) {
    const asked = { kind: 'list', limit: FULL_PAGE, ...(after === undefined ? {} : { after }) };
    const page: InboxPage = await readInbox(address, asked);
    found.push(...page.items.filter(({ id }) => id.startsWith(beginning)));
    if (page.next === null) break;
    after = page.next;
  }
  const [one, another] = found;
  if (one === undefined) {
    throw new Refusal('TASK_UNKNOWN', 'No list of that id waits for you. See `kaoji inbox --kind list`.');
  }
  if (another !== undefined) {
    throw new Refusal('TASK_AMBIGUOUS', 'Several tasks begin so: name more of the id.');
  }
  return one;
}

/** A hash is named with or without its scheme. */
function matches(hash: string, beginning: string): boolean {
  return hash.startsWith(beginning) || hash.slice(hash.indexOf(':') + 1).startsWith(beginning);
}

function actedText({ seq, status, step, waiting }: ActedView, language: Language): string {
  const say = speaker(language);
  const stands = {
    open: say(`等待 ${waiting.length} 人（环节 ${step}）`, `${waiting.length} still to act (step ${step})`),
    approved: say('名单已通过', 'the list is approved'),
    rejected: say('名单未通过', 'the list is rejected'),
    returned: say('名单已退回', 'the list is returned'),
  }[status];
  return say(`已受理，第 ${seq} 项办理记录；${stands}`, `accepted as act ${seq}; ${stands}`);
}
