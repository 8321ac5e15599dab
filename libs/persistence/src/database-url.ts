import { Refusal } from '@kaoji/domain';

export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'mariadb' | 'mysql';
      readonly host: string;
      readonly port: number;
      readonly username: string;
      readonly password: string;
      readonly database: string;
      readonly tls: boolean;
    };

const FORMS =
  'Use sqlite:<file>, sqlite::memory:, mariadb://user:password@host:port/database or mysql://…; ?tls=true asks for TLS.';

function invalid(reason: string): Refusal {
  return new Refusal('DATABASE_URL_INVALID', `The database URL ${reason}. ${FORMS}`, { reason });
}

function serverAddress(kind: 'mariadb' | 'mysql', text: string): DatabaseAddress {
  let url: URL;
  let username: string, password: string, database: string;
  try {
    url = new URL(text);
    [username, password, database] = [url.username, url.password, url.pathname.slice(1)].map(
      decodeURIComponent,
    ) as [string, string, string];
  } catch {
    throw invalid('cannot be read');
  }
  if (url.hostname === '') throw invalid('names no host');
  if (username === '') throw invalid('names no user');
  if (!/^[\w-]+$/.test(database))
    throw invalid('names no database, or one with other signs than letters, digits, _ and -');
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'tls');
  if (unknown !== undefined) throw invalid(`has an unknown setting '${unknown}'`);
  const tls = url.searchParams.get('tls') ?? 'false';
  if (tls !== 'true' && tls !== 'false') throw invalid("has a 'tls' that is neither true nor false");
  const port = url.port === '' ? 3306 : Number(url.port);
  return { kind, host: url.hostname, port, username, password, database, tls: tls === 'true' };
}

/** Reads a database URL. Refuses with `DATABASE_URL_INVALID`, naming what is wrong and never the URL: it holds a password. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const scheme = /^(\w+):/.exec(text)?.[1];
  switch (scheme) {
    case 'sqlite': {
      const file = text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
      if (file === '' || file.startsWith('//')) throw invalid('names no file');
      return { kind: 'sqlite', file };
    }
    case 'mariadb':
    case 'mysql':
      if (!text.startsWith(`${scheme}://`)) throw invalid('names no host');
      return serverAddress(scheme, text);
    default:
      throw invalid('names no database we know');
  }
}
