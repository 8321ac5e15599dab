import type { Resident, Stolen } from './known-campaign.js';

/**
 * An attack orders the residents by something it sees. If that something had to do with their answers, residents in
 * that order would fall in with the published comments in theirs, or with the answers sorted.
 */
export type Attack = (stolen: Stolen) => readonly string[];

type Envelope = { readonly linkHash: string; readonly sealed: string; readonly digest: string };
const ENC_AT = 1; // version, encapsulated key, nonce, ciphertext: libs/gateways/src/ballot-box/sealed-ballot.ts
const NONCE_AT = 33;
const BODY_AT = 45;

const envelopes = ({ before }: Stolen): readonly Envelope[] =>
  (before['survey_envelope'] ?? []).map((row) => ({
    linkHash: row['link_hash'] ?? '',
    sealed: row['sealed'] ?? '',
    digest: row['digest'] ?? '',
  }));
const bytes = (sealed: string, from: number, to?: number): string =>
  Buffer.from(sealed, 'base64url').subarray(from, to).toString('hex');
const by = (key: (envelope: Envelope) => string | number) => (stolen: Stolen) => {
  const keyed = envelopes(stolen).map((envelope) => ({ key: key(envelope), of: envelope.linkHash }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ of }) => of);
};
/** Residents in the order in which their link hashes first stand in a text. */
const asTheyStandIn = (textOf: (stolen: Stolen) => string) => (stolen: Stolen) => {
  const known = new Set(stolen.residents.map(({ linkHash }) => linkHash));
  const seen = new Set<string>();
  for (const [hash] of textOf(stolen).matchAll(/[0-9a-f]{64}/g)) if (known.has(hash)) seen.add(hash);
  return [...seen];
};

export const ATTACKS: Readonly<Record<string, Attack>> = {
  'the order in which they answered': ({ residents }) => residents.map(({ linkHash }) => linkHash),
  'the order of rows in the box': (stolen) => envelopes(stolen).map(({ linkHash }) => linkHash),
  'the order of rows among the links': ({ before }) =>
    (before['survey_link'] ?? []).map((row) => row['link_hash'] ?? ''),
  'the order of the binary log until the opening': asTheyStandIn(({ binlogBefore }) =>
    afterLinks(binlogBefore),
  ),
  'the order in which the binary log destroys them': asTheyStandIn(({ binlogAfter }) => binlogAfter),
  'the order of published digests': by(({ digest }) => digest),
  'the order of link hashes': by(({ linkHash }) => linkHash),
  'the length of ciphertexts': by(({ sealed }) => sealed.length),
  'the bytes of ciphertexts': by(({ sealed }) => bytes(sealed, BODY_AT)),
  'the sum of bytes of ciphertexts': by(({ sealed }) =>
    Buffer.from(sealed, 'base64url')
      .subarray(BODY_AT)
      .reduce((sum, byte) => sum + byte, 0),
  ),
  'the order of nonces': by(({ sealed }) => bytes(sealed, NONCE_AT, BODY_AT)),
  'who was sealed in the same second': by(({ sealed }) => bytes(sealed, ENC_AT, NONCE_AT)),
};

/** The links are written into the log when they are issued, in an order of their own: what comes after counts. */
function afterLinks(binlog: string): string {
  const at = binlog.indexOf('`survey_envelope`');
  return at < 0 ? '' : binlog.slice(at);
}

/** Five residents, one for each answer, who tell the attacker what they answered: whose envelope is like theirs? */
export function likeTheirs(stolen: Stolen, told: readonly Resident[]): ReadonlyMap<string, number> {
  const bodyOf = new Map(
    envelopes(stolen).map(({ linkHash, sealed }) => [
      linkHash,
      Buffer.from(sealed, 'base64url').subarray(BODY_AT),
    ]),
  );
  const guesses = new Map<string, number>();
  for (const [linkHash, body] of bodyOf) {
    let best = Number.POSITIVE_INFINITY;
    for (const one of told) {
      const far = distance(body, bodyOf.get(one.linkHash) ?? Buffer.alloc(0));
      if (far >= best) continue;
      best = far;
      guesses.set(linkHash, one.value);
    }
  }
  for (const { linkHash } of told) guesses.delete(linkHash);
  return guesses;
}

function distance(a: Buffer, b: Buffer): number {
  let different = Math.abs(a.length - b.length);
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) if (a[at] !== b[at]) different += 1;
  return different;
}
