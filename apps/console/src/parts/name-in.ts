import type { Approval } from '../api/acts.js';

/** Names of those who take part; the account of somebody who has none here. */
export function nameIn({ people }: Pick<Approval, 'people'>): (account: string) => string {
  return (account) => people.find((one) => one.account === account)?.name ?? account;
}
