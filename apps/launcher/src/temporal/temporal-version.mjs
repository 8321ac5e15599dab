/** The release the launcher gets where none is installed; the last one `go install` accepts. */
export const TEMPORAL_CLI = '1.5.1';

/** Worker Versioning needs at least this server. */
const OLDEST_SERVER = [1, 29, 1];

/**
 * Whether `temporal --version` names a server that is new enough; a development build names its server too.
 * @param {string} versionLine
 * @returns {boolean}
 */
export function isServerNewEnough(versionLine) {
  const match = /Server (\d+)\.(\d+)\.(\d+)/.exec(versionLine);
  if (match === null) return false;
  const found = match.slice(1, 4).map(Number);
  for (const [place, oldest] of OLDEST_SERVER.entries()) {
    const part = found[place] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}
