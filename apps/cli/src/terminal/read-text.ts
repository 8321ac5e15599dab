import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '@kaoji/domain';

/** The text of a file, or of standard input for `-`. Refuses `FILE_NOT_FOUND`, `FILE_UNREADABLE`, `NOT_UTF8`. */
export async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('NOT_UTF8', `${nameOf(file)} is not UTF-8 text.`, { file });
  }
}

/** The name of an input in a sentence. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Refusal('FILE_NOT_FOUND', `There is no file ${file}.`, { file });
    throw new Refusal('FILE_UNREADABLE', `${file} cannot be read (${code ?? 'unknown reason'}).`, { file });
  }
}
