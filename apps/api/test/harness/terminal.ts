import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestApi } from './api.js';
import { PASSWORD, type Name } from './places.js';

/** The terminal is another program: it knows this service by its address alone. */
const KAOJI = fileURLToPath(new URL('../../../cli/bin/kaoji.mjs', import.meta.url));

export type Ended = { readonly out: string; readonly err: string; readonly exitCode: number | null };

/** Signs somebody in and gives their terminal. */
export async function terminalOf(
  api: TestApi,
  name: Name,
): Promise<(...words: readonly string[]) => Promise<Ended>> {
  const credentials = { username: name, password: PASSWORD };
  const { body } = await api.stranger.post<{ token: string }>('/api/tokens', credentials);
  const env = { KAOJI_API: api.url, KAOJI_TOKEN: body.token };
  return async (...words) => {
    const child = spawn(process.execPath, [KAOJI, ...words], { env });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { out, err, exitCode };
  };
}
