import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first executable file of one of these names, on PATH and then in further folders.
 * @param {readonly string[]} names
 * @param {{ path: string | undefined, further?: readonly string[] }} where
 * @returns {string | null}
 */
export function findExecutable(names, { path, further = [] }) {
  const folders = [...(path ?? '').split(delimiter).filter((folder) => folder !== ''), ...further];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
