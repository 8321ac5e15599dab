import type { ListName, ShownList } from './shown-lists.js';

/** One act on a list, and who does it. */
export type WantedAct = {
  readonly list: ShownList;
  readonly by: ListName;
  readonly verb: 'claim' | 'approve';
  readonly step: string;
  readonly key: string; // the Idempotency-Key
};

export function actPath({ list }: WantedAct): string {
  return `/api/cycles/${list.cycleId}/units/${list.unitId}/acts`;
}

export function actBody({ list, verb, step }: WantedAct): string {
  return JSON.stringify({ round: 1, listHash: list.listHash, step, verb });
}

export function actHeaders({ list, by, key }: WantedAct): Record<string, string> {
  return {
    authorization: `Bearer ${list.tokens[by]}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  };
}

/** The whole request as bytes, made before anything is measured. */
export function rawAct(act: WantedAct): Buffer {
  const body = actBody(act);
  const headers = { host: 'kaoji', ...actHeaders(act), 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${actPath(act)} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
