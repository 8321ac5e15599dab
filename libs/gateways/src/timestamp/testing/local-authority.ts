import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority of its own, made by the openssl command: a root, a certificate below an intermediate one, and a key. */
export type LocalAuthority = {
  /** PEM of the root. */
  readonly root: string;
  /** Answers a TimeStampReq as `openssl ts -reply` does. */
  readonly reply: (query: Uint8Array) => Buffer;
  /** Signs a TSTInfo, whatever it says and whatever the certificate is for; `forged`: by a certificate the signer issued. */
  readonly signs: (
    info: Uint8Array,
    how?: { readonly by?: 'signer' | 'forged'; readonly digest?: string },
  ) => Buffer;
  /** Whether `openssl ts -verify` takes the token for the digest under the root. */
  readonly verifies: (token: Uint8Array, digest: Uint8Array, hash: 'sha256' | 'sm3') => boolean;
};
export type LocalAuthorityOptions = {
  readonly keys?: 'ec' | 'rsa';
  /** What its certificate says it is for. */
  readonly usage?: string;
  /** How its token names the certificate. */
  readonly names?: 'sha1' | 'sha256';
  readonly days?: number;
};

const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';
export const POLICIES = { usual: '1.3.6.1.4.1.99999.1', other: '1.3.6.1.4.1.99999.2' };

/** Needs the openssl command. Everything lies in the folder, which must not be there yet. */
export function createLocalAuthority(folder: string, options: LocalAuthorityOptions = {}): LocalAuthority {
  const { keys = 'ec', usage = 'critical,timeStamping', names = 'sha256', days = 2 } = options;
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: readonly string[]): Buffer =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: {} });
  writeFileSync(at('ca.cnf'), extensions(usage));
  writeFileSync(at('ts.cnf'), configuration(names));
  writeFileSync(at('serial'), '0A\n');
  const newKey =
    keys === 'ec' ? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['-newkey', 'rsa:2048'];
  const request = (name: string): Buffer =>
    openssl(
      'req',
      ...newKey,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-subj',
      `/CN=${name}`,
      '-out',
      `${name}.csr`,
    );
  const issue = (name: string, ...issuer: readonly string[]): Buffer =>
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-extfile',
      'ca.cnf',
      '-extensions',
      name,
      ...issuer,
    );
  for (const name of ['root', 'middle', 'signer']) request(name);
  issue('root', '-signkey', 'root.key', '-days', '2');
  issue('middle', '-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-days', '2');
  issue('signer', '-CA', 'middle.pem', '-CAkey', 'middle.key', '-CAcreateserial', '-days', String(days));
  return {
    root: readFileSync(at('root.pem'), 'latin1'),
    reply: (query) => {
      writeFileSync(at('query.tsq'), query);
      openssl('ts', '-reply', '-config', 'ts.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
      return readFileSync(at('reply.tsr'));
    },
    signs: (info, { by = 'signer', digest = 'sha256' } = {}) => {
      writeFileSync(at('info.der'), info);
      if (by === 'forged') {
        request('forged');
        issue('forged', '-CA', 'signer.pem', '-CAkey', 'signer.key', '-CAcreateserial', '-days', '2');
      }
      const carried = by === 'forged' ? ['signer', 'middle'] : ['middle'];
      writeFileSync(
        at('carried.pem'),
        carried.map((name) => readFileSync(at(`${name}.pem`), 'latin1')).join(''),
      );
      const form = ['-outform', 'DER', '-nodetach', '-binary', '-cades', '-econtent_type', TIMESTAMP_INFO];
      const keyed = [
        '-signer',
        `${by}.pem`,
        '-inkey',
        `${by}.key`,
        '-certfile',
        'carried.pem',
        '-md',
        digest,
      ];
      return openssl('cms', '-sign', '-in', 'info.der', ...form, ...keyed);
    },
    verifies: (token, digest, hash) => {
      writeFileSync(at('token.tst'), token);
      const stated = ['-digest', Buffer.from(digest).toString('hex'), `-${hash}`];
      try {
        openssl('ts', '-verify', ...stated, '-token_in', '-in', 'token.tst', '-CAfile', 'root.pem');
        return true;
      } catch {
        return false;
      }
    },
  };
}

function extensions(usage: string): string {
  return `
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[middle]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = ${usage}
[forged]
extendedKeyUsage = ${usage}
`;
}

function configuration(names: string): string {
  return `
[tsa]
default_tsa = local
[local]
serial = serial
signer_cert = signer.pem
signer_key = signer.key
certs = middle.pem
signer_digest = sha256
default_policy = ${POLICIES.usual}
other_policies = ${POLICIES.other}
digests = sha256, sm3
accuracy = secs:1, millisecs:500, microsecs:100
clock_precision_digits = 3
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = ${names}
`;
}
