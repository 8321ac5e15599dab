import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../api/accounts.js';
import { deputiesQuery } from '../api/acts.js';

export type Staff = { readonly account: string; readonly name: string };

/** Colleagues who decide in my areas, and names for accounts; an account nobody names here stays its number. */
export function useStaffNames(): {
  readonly staff: readonly Staff[];
  readonly nameOf: (account: string) => string;
} {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data } = useQuery(deputiesQuery);
  const staff = data?.possible ?? [];
  const known = [...staff, ...(data?.people ?? []), { account: me.id, name: me.username }];
  return {
    staff,
    nameOf: (account) => known.find((one) => one.account === account)?.name ?? account,
  };
}
