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

/** Whether people sign in at an identity provider, and what it is called. */
export const signInWaysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: () => answerOf(api.GET('/api/sign-in-ways')),
  staleTime: Infinity,
  meta: { quiet: true },
});

/** Where to go to sign in at the provider; `again`: somebody signed in proves anew who they are. */
export async function beginAtProvider(again: boolean): Promise<string> {
  return (await answerOf(api.POST('/api/provider-sign-ins', { body: { again } }))).url;
}

/** Signs in by what the provider answered: the query of the address one came back to. */
export async function signInByProvider(query: string): Promise<Account> {
  const { account, csrfToken } = await answerOf(api.POST('/api/sessions/provider', { body: { query } }));
  csrf.keep(csrfToken);
  return account;
}

export const stepUpByProvider = (query: string) =>
  answerOf(api.POST('/api/sessions/current/step-up/provider', { body: { query } }));

/** Proves again who asks, before a decision. */
export const stepUp = (password: string) =>
  answerOf(api.POST('/api/sessions/current/step-up', { body: { password } }));

/** My sessions and tokens, the newest first. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => answerOf(api.GET('/api/sessions')),
});
export type OwnSession = Awaited<ReturnType<NonNullable<typeof sessionsQuery.queryFn>>>['items'][number];

export async function revokeSession(sessionId: string): Promise<void> {
  await api.DELETE('/api/sessions/{sessionId}', { params: { path: { sessionId } } });
}

export async function signOut(): Promise<void> {
  await api.DELETE('/api/sessions/current');
  csrf.forget();
}

/** Whether this account has one of the roles, anywhere. What it may do where, the service knows. */
export function hasRole({ grants }: Account, ...roles: readonly Role[]): boolean {
  return grants.some(({ role }) => roles.includes(role));
}
