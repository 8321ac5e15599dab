const OLDEST = [20, 19];

/**
 * Why this Node cannot run Kaoji, in one line, or null when it can.
 * @param {string} version as in `process.versions.node`
 * @returns {string | null}
 */
export function nodeVersionFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `需要 Node ${OLDEST.join('.')} 或更新版本，现在是 ${version} Node ${OLDEST.join('.')} or newer is needed; this is ${version}`;
}
