const SCHEMES = ['sqlite:', 'mariadb:', 'mysql:'];

/**
 * Which database the services use: the one given, else a SQLite file. A fault never repeats the address, which may hold a password.
 * @param {string | undefined} given DATABASE_URL
 * @param {string} file absolute path of the SQLite file
 * @returns {{ url: string, embedded: boolean } | { fault: string }}
 */
export function databaseUrl(given, file) {
  if (given === undefined || given === '') return { url: `sqlite:${file}`, embedded: true };
  if (SCHEMES.some((scheme) => given.startsWith(scheme))) return { url: given, embedded: false };
  return {
    fault:
      'DATABASE_URL 应以 mariadb:// 或 mysql:// 开头 must begin with mariadb:// or mysql:// (or sqlite:)',
  };
}
