import type { InboxItemView } from '@kaoji/http-contract';
import type { Language } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';
import { callApi, type ApiAddress } from './api-client.js';
import { inboxText } from './inbox-text.js';

export type InboxPage = { readonly items: readonly InboxItemView[]; readonly next: string | null };
export type InboxOptions = {
  readonly kind?: string;
  readonly cycle?: string;
  readonly unit?: string;
  readonly overdue?: true;
  readonly limit?: string;
  readonly after?: string;
};

/** One page of the inbox. Refuses as the API does. */
export async function readInbox(address: ApiAddress, options: InboxOptions): Promise<InboxPage> {
  const { kind, cycle, unit, overdue, limit, after } = options;
  const asked = { kind, cycleId: cycle, unitId: unit, overdue: overdue ? 'true' : undefined, limit, after };
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return callApi(address, `/api/inbox?${query.toString()}`, { method: 'GET' });
}

/** Prints what waits for whoever is signed in. */
export async function showInbox(
  terminal: Terminal,
  address: ApiAddress,
  options: InboxOptions,
  { json, language }: { readonly json: boolean; readonly language: Language },
): Promise<void> {
  const page = await readInbox(address, options);
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-inbox/1', ...page }));
  else terminal.out(inboxText(page.items, page.next !== null, language));
}
