import { StringDecoder } from 'node:string_decoder';

/**
 * Cuts the chunks of an output into lines.
 * @param {(line: string) => void} onLine
 * @returns {{ take: (chunk: Buffer) => void, end: () => void }}
 */
export function createLineReader(onLine) {
  // A character of several bytes may be cut between two chunks.
  const decoder = new StringDecoder('utf8');
  let open = '';
  return {
    take(chunk) {
      const parts = (open + decoder.write(chunk)).split(/\r?\n/);
      open = parts.pop() ?? '';
      for (const line of parts) onLine(line);
    },
    end() {
      open += decoder.end();
      if (open !== '') onLine(open);
      open = '';
    },
  };
}
