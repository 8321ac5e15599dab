import type { Account } from '@kaoji/application';
import type { AccountView } from '@kaoji/http-contract';

/** An account as whoever holds it sees it. */
export function accountView({ id, username, personId, grants }: Account): AccountView {
  return { id, username, personId, grants: [...grants] };
}
