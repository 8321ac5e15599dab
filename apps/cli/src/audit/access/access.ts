import type { AccessItem } from '@kaoji/http-contract';
import { callApi, type ApiAddress } from '../../inbox/api-client.js';
import { type Language, speaker } from '../../terminal/language.js';
import type { Terminal } from '../../terminal/terminal.js';

export type AccessOptions = {
  readonly cycle: string;
  readonly subject: string | null;
  readonly limit: string;
  readonly json: boolean;
  readonly language: Language;
};

/** Prints the newest looks at a cycle, or at one subject in it. Refuses as the API does. */
export async function showAccess(
  terminal: Terminal,
  address: ApiAddress,
  { cycle, subject, limit, json, language }: AccessOptions,
): Promise<void> {
  const query = new URLSearchParams({ limit, ...(subject === null ? {} : { subject }) });
  const path = `/api/cycles/${encodeURIComponent(cycle)}/access?${query.toString()}`;
  const { items } = await callApi<{ readonly items: readonly AccessItem[] }>(address, path, {
    method: 'GET',
  });
  if (json) {
    terminal.out(JSON.stringify({ format: 'kaoji-access/1', items }));
    return;
  }
  const say = speaker(language);
  const lines = items.map(
    ({ at, accountId, role, endpoint, subject: seen }) =>
      `${new Date(at).toISOString()}  ${accountId}  ${role}  ${endpoint}  ${seen ?? '-'}`,
  );
  terminal.out(lines.length === 0 ? say('没有查看记录', 'nobody looked') : lines.join('\n'));
}
