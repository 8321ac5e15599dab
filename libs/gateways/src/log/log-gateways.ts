import { readFileSync } from 'node:fs';
import type { LogDeps } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { readLogKeys, type LogKeyText } from '../keys/log-keys.js';
import { createAreaSuites, type AreaSuites } from '../suites/suite-of-area.js';
import { suiteOf } from '../suites/suites.js';
import { createTimestampAuthority } from '../timestamp/http-authority.js';
import { createWitnessFolder } from '../witness/witness-folder.js';

/** The configuration of logs, by the names of its variables. */
export type LogSettings = {
  readonly KAOJI_LOG_KEYS: readonly LogKeyText[];
  readonly KAOJI_SUITE: AreaSuites;
  readonly KAOJI_WITNESS?: string | undefined;
  readonly KAOJI_TIMESTAMP_URL?: string | undefined;
  readonly KAOJI_TIMESTAMP_CERTIFICATES?: string | undefined;
};
export type LogGateways = Omit<LogDeps, 'transactions' | 'clock'>;

const STAMP_TIMEOUT_MS = 10_000;

/**
 * What numbers and signs logs, as configured. Throws on unusable keys; refuses `TIMESTAMP_UNTRUSTED` where an authority
 * is named without certificates to check it by.
 */
export function createLogGateways(settings: LogSettings): LogGateways {
  const { KAOJI_WITNESS: witness, KAOJI_TIMESTAMP_URL: url } = settings;
  return {
    suites: suiteOf,
    suiteOfArea: createAreaSuites(settings.KAOJI_SUITE),
    keys: readLogKeys(settings.KAOJI_LOG_KEYS),
    witness: witness === undefined ? null : createWitnessFolder(witness),
    timestamps: url === undefined ? null : authority(url, settings.KAOJI_TIMESTAMP_CERTIFICATES),
  };
}

function authority(url: string, certificates: string | undefined) {
  if (certificates === undefined) {
    throw new Refusal(
      'TIMESTAMP_UNTRUSTED',
      'KAOJI_TIMESTAMP_URL needs KAOJI_TIMESTAMP_CERTIFICATES, a file of certificates to check its answers by.',
    );
  }
  const trusted = readFileSync(certificates, 'utf8');
  return createTimestampAuthority({ url, trusted, policy: null, timeoutMs: STAMP_TIMEOUT_MS });
}
