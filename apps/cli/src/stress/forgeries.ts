import type { SurveyLinks } from '@kaoji/application';
import type { Dice } from '@kaoji/domain/testing';

/** What forgers have: links that work, and those that do not any more; none of them may be spent by a forgery. */
export type Loot = {
  readonly genuine: readonly string[];
  readonly ofAnother: readonly string[]; // of other campaigns, just as genuine
  readonly expired: readonly string[];
  readonly revoked: readonly string[];
  /** Signed as ours are, with a key that is not. */
  readonly stranger: Pick<SurveyLinks, 'issue'>;
  /** Signed with our own key, for a link nobody was given. */
  readonly never: (campaignId: string) => string;
  readonly campaignId: string;
  readonly now: number;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const TAG_BYTES = 16;
const EXPIRY_AT = 3; // after header, length of the key id, and a key id of one letter
const KEY_ID_AT = 2;

type Forgery = (loot: Loot, dice: Dice) => string;
const one = (from: readonly string[], dice: Dice): string => from[dice.below(from.length)] ?? '';
const bytesOf = (token: string): Buffer => Buffer.from(token, 'base64url');
const changed = (loot: Loot, dice: Dice, change: (bytes: Buffer) => Buffer | void): string => {
  const bytes = bytesOf(one(loot.genuine, dice));
  return (change(bytes) ?? bytes).toString('base64url');
};
const noise = (dice: Dice, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => dice.below(256)));

/** Ways to forge a link, by name. Whatever the dice say, none gives a link that works. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'random bytes': (_loot, dice) => noise(dice, 1 + dice.below(80)).toString('base64url'),
  'random bytes behind a right head': (loot, dice) =>
    changed(loot, dice, (bytes) =>
      Buffer.concat([bytes.subarray(0, EXPIRY_AT), noise(dice, bytes.length - EXPIRY_AT)]),
    ),
  'one character exchanged': (loot, dice) => {
    const token = one(loot.genuine, dice);
    const at = dice.below(token.length);
    const letter = LETTERS[(LETTERS.indexOf(token[at] ?? '') + 1 + dice.below(63)) % 64] ?? '';
    return token.slice(0, at) + letter + token.slice(at + 1);
  },
  'one bit flipped': (loot, dice) =>
    changed(loot, dice, (bytes) => {
      const at = dice.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
    }),
  'cut short or made longer': (loot, dice) => {
    const token = one(loot.genuine, dice);
    return dice.chance(50)
      ? token.slice(0, 1 + dice.below(token.length - 1))
      : token + (LETTERS[dice.below(64)] ?? '');
  },
  'written otherwise': (loot, dice) => {
    const token = one(loot.genuine, dice);
    const ways = [
      `${token}=`,
      `${token}%3D`,
      `%20${token}`,
      `${token}%00`,
      `${token}.`,
      `${token}%0A`,
    ] as const;
    return dice.pick(ways);
  },
  'the campaign of another': (loot, dice) =>
    changed(loot, dice, (bytes) => {
      const other = bytesOf(one(loot.ofAnother, dice));
      return Buffer.concat([
        bytes.subarray(0, -TAG_BYTES - 16),
        other.subarray(-TAG_BYTES - 16, -TAG_BYTES),
        bytes.subarray(-TAG_BYTES),
      ]);
    }),
  'the signature of another': (loot, dice) =>
    changed(loot, dice, (bytes) =>
      Buffer.concat([bytes.subarray(0, -TAG_BYTES), bytesOf(one(loot.ofAnother, dice)).subarray(-TAG_BYTES)]),
    ),
  'a later expiry': (loot, dice) => {
    const bytes = bytesOf(one(loot.expired, dice));
    bytes.writeUInt32BE(bytes.readUInt32BE(EXPIRY_AT) + 1 + dice.below(1e8), EXPIRY_AT);
    return bytes.toString('base64url');
  },
  'another key id': (loot, dice) =>
    changed(loot, dice, (bytes) => {
      bytes[KEY_ID_AT] = 'a'.charCodeAt(0) + dice.below(10);
    }),
  'signed by a stranger': (loot) => loot.stranger.issue(loot.campaignId, loot.now + 1e9).token,
  expired: (loot, dice) => one(loot.expired, dice),
  revoked: (loot, dice) => one(loot.revoked, dice),
  'signed by us, given to nobody': (loot) => loot.never(loot.campaignId),
};
