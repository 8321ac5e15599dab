import { readFile } from 'node:fs/promises';
import { ConfigFault } from '@kaoji/config';
import { parseClaimMapping, Refusal } from '@kaoji/domain';
import { createIdentityProvider } from '@kaoji/gateways';
import type { Provider } from '../api-deps.js';

export type ProviderVariables = {
  readonly KAOJI_OIDC_ISSUER?: string | undefined;
  readonly KAOJI_OIDC_CLIENT_ID?: string | undefined;
  readonly KAOJI_OIDC_SECRET_FILE?: string | undefined;
  readonly KAOJI_OIDC_MAPPING?: string | undefined;
  readonly KAOJI_OIDC_REDIRECT?: string | undefined;
  readonly KAOJI_OIDC_SCOPE: string;
};

/** The identity provider the environment names; null where it names none. Throws a `ConfigFault` where it names half of one. */
export async function configuredProvider(config: ProviderVariables): Promise<Provider | null> {
  const {
    KAOJI_OIDC_ISSUER: issuer,
    KAOJI_OIDC_CLIENT_ID: clientId,
    KAOJI_OIDC_MAPPING: mapping,
    KAOJI_OIDC_REDIRECT: redirectUri,
    KAOJI_OIDC_SECRET_FILE: secretFile,
    KAOJI_OIDC_SCOPE: scope,
  } = config;
  const needed = { issuer, clientId, mapping, redirectUri };
  const missing = Object.entries(needed).flatMap(([name, value]) =>
    value === undefined ? [NAMES[name] ?? name] : [],
  );
  if (missing.length === Object.keys(needed).length) return null;
  if (issuer === undefined || clientId === undefined || mapping === undefined || redirectUri === undefined) {
    throw new ConfigFault(missing.map((name) => `${name}: missing`));
  }
  const clientSecret =
    secretFile === undefined ? null : (await read('KAOJI_OIDC_SECRET_FILE', secretFile)).trim();
  const text = await read('KAOJI_OIDC_MAPPING', mapping);
  try {
    return {
      mapping: parseClaimMapping(text),
      port: createIdentityProvider({ issuer, clientId, clientSecret, redirectUri, scope }),
    };
  } catch (fault) {
    if (fault instanceof Refusal) throw new ConfigFault([`KAOJI_OIDC_MAPPING: ${fault.message}`]);
    throw fault;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  issuer: 'KAOJI_OIDC_ISSUER',
  clientId: 'KAOJI_OIDC_CLIENT_ID',
  mapping: 'KAOJI_OIDC_MAPPING',
  redirectUri: 'KAOJI_OIDC_REDIRECT',
};

async function read(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new ConfigFault([`${name}: cannot be read`]);
  }
}
