import type { Secrets } from '../../ports/gateways.js';
import type { Account } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';

/** The address a sign-in comes from, and the token of a session that came along, still alive or not. */
export type CameFrom = { readonly address: string; readonly token: string | null };

/**
 * Under what attempts at one name are counted: under the session, where one of this very account came along (a browser in
 * which the person signed in before), else under the network. So nobody who guesses from elsewhere, or from behind the same
 * address without that session, uses up the attempts of the person.
 */
export async function comesFrom(
  { transactions, secrets }: { readonly transactions: Transactions; readonly secrets: Secrets },
  account: Account | null,
  { address, token }: CameFrom,
): Promise<string> {
  if (token === null) return networkOf(address);
  const tokenHash = secrets.hash(token);
  // Read for unknown names too: how long this takes says nothing about which names exist.
  const session = await transactions.read((stores) => stores.accounts.session(tokenHash));
  return session !== null && session.accountId === account?.id ? `session ${tokenHash}` : networkOf(address);
}

/** An IPv4 address as it is; of IPv6 the network (/64), since whoever has one address there has all of them. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = (address.toLowerCase().split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
