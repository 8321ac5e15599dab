import { readFile } from 'node:fs/promises';
import { cliVariables, loadConfig } from '@kaoji/config';
import { Refusal } from '@kaoji/domain';
import type { TokenAnswer } from '@kaoji/http-contract';
import { callApi, type ApiAddress } from './api-client.js';
import { readAccounts } from '../demo/read-accounts.js';

export type SignInFlags = {
  readonly api?: string;
  readonly token?: string;
  readonly account?: string;
  readonly accounts?: string;
};

/**
 * Where the API is and who asks: a token of the options or of KAOJI_TOKEN, or an account of the demo's file. Refuses
 * `SIGN_IN_MISSING`, `API_INVALID`, `ACCOUNT_UNKNOWN`, `ACCOUNTS_FILE_INVALID` and as the API does.
 */
export async function signedIn(flags: SignInFlags): Promise<ApiAddress> {
  const { KAOJI_API, KAOJI_TOKEN } = loadConfig(cliVariables);
  const api = flags.api ?? KAOJI_API;
  if (!URL.canParse(api)) throw new Refusal('API_INVALID', 'The address of the API is no URL.');
  const token = flags.token ?? (flags.account === undefined ? KAOJI_TOKEN : undefined);
  if (token !== undefined) return { api, token };
  const { account, accounts } = flags;
  if (account === undefined || accounts === undefined) {
    throw new Refusal(
      'SIGN_IN_MISSING',
      'Set KAOJI_TOKEN, or name --token, or --account NAME with --accounts FILE (the demo accounts).',
    );
  }
  const known = readAccounts(await read(accounts)).accounts.find(({ username }) => username === account);
  if (known === undefined) throw new Refusal('ACCOUNT_UNKNOWN', 'The accounts file has no such account.');
  const body = { username: known.username, password: known.password };
  const answer = await callApi<TokenAnswer>({ api, token: '' }, '/api/tokens', { method: 'POST', body });
  return { api, token: answer.token };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refusal('ACCOUNTS_FILE_INVALID', 'The accounts file cannot be read.');
  }
}
