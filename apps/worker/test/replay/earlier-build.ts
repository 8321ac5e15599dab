import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('./earlier-builds', import.meta.url));
const HISTORY = '.pb.gz';

/** A build of the flows from before, and histories it made as the archive has them, by flow and what happened in them. */
export type EarlierBuild = {
  readonly buildId: string;
  readonly bundle: Uint8Array;
  readonly histories: ReadonlyMap<string, Uint8Array>;
};

/** The builds kept beside this file, in the order of their ids. */
export function earlierBuilds(): readonly EarlierBuild[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const ids = folders.map(({ name }) => name).sort();
  return ids.map((buildId) => {
    const read = (file: string) => readFileSync(`${FOLDER}/${buildId}/${file}`);
    const files = readdirSync(`${FOLDER}/${buildId}`).filter((file) => file.endsWith(HISTORY));
    const histories = new Map(files.map((file) => [file.slice(0, -HISTORY.length), read(file)]));
    return { buildId, bundle: gunzipSync(read('workflow-bundle.js.gz')), histories };
  });
}
