import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { csrf } from './csrf.js';

/** Who I am and which roles I have, where. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf(api.GET('/api/me')),
  staleTime: 300_000,
  meta: { quiet: true },
});
export type Account = Awaited<ReturnType<NonNullable<typeof meQuery.queryFn>>>;
export type Role = Account['grants'][number]['role'];

export async function signIn(credentials: {
  readonly username: string;
  readonly password: string;
}): Promise<Account> {
  const { account, csrfToken } = await answerOf(api.POST('/api/sessions', { body: credentials }));
  csrf.keep(csrfToken);
  return account;
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/sessions/current');
  csrf.forget();
}

/** Whether this account has one of the roles, anywhere. What it may do where, the service knows. */
export function hasRole({ grants }: Account, ...roles: readonly Role[]): boolean {
  return grants.some(({ role }) => roles.includes(role));
}
