import type { ErasedView } from '@kaoji/http-contract';
import { callApi, type ApiAddress } from '../inbox/api-client.js';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type Erase = { readonly person: string; readonly name: string; readonly clause: string };
type Shown = { readonly json: boolean; readonly language: Language };

/** Erases a person through the API. Refuses as the API does. */
export async function erase(
  terminal: Terminal,
  address: ApiAddress,
  { person, name, clause }: Erase,
  { json, language }: Shown,
): Promise<void> {
  const path = `/api/people/${encodeURIComponent(person)}/erasure`;
  const body = { name, clause };
  const erased = await callApi<ErasedView>(address, path, { method: 'POST', body });
  const say = speaker(language);
  if (json) terminal.out(JSON.stringify({ format: 'kaoji-erasure/1', ...erased }));
  else
    terminal.out(
      say(`已删除 ${person} 的姓名与文字，不可恢复`, `name and texts of ${person} are erased for good`),
    );
}
