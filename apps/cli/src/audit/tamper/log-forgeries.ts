import { verifierKey } from '@kaoji/application';
import type { EntryKind, LogEntry } from '@kaoji/domain';
import { manifestOf, relisted, type BundleFiles, type Dice } from '@kaoji/domain/testing';
import { suiteOf } from '@kaoji/gateways';
import { edited, forged, mendedLog } from './edited-item.js';
import {
  keepingSignatures,
  logOf,
  signedBy,
  withLog,
  type HeadSigner,
  type StolenKey,
} from './forged-log.js';
import { rolledBack } from './rolled-back.js';
import type { Forgeable, Forgery } from './tampering.js';

const UNSIGNED = ['HEAD_SIGNATURE_WRONG'];
/** Of kinds whose edit leaves everything else in one piece. */
const EDITED = ['result', 'evidence', 'act', 'decision', 'notice', 'rulebook', 'calendar'] as const;

/** Edits an item and mends everything up to the head, which is signed as told. */
const rewriteBy = (
  needs: Forgery['needs'],
  codes: readonly string[],
  signer: (honest: Forgeable) => HeadSigner,
): Forgery => ({
  needs,
  codes,
  forge: (honest, dice) => {
    const made = edited(honest, dice, EDITED);
    const forging = { hashes: honest.hashes, sign: signer(honest) };
    return forged(withLog(made.files, mendedLog(made, honest), forging));
  },
});

/** Another log, mended up to the head, whose signature stays the old one. */
const relogged = (change: (log: readonly LogEntry[], dice: Dice) => readonly LogEntry[]): Forgery => ({
  needs: 'nothing',
  codes: UNSIGNED,
  forge: ({ files, hashes }, dice) =>
    forged(withLog(files, change(logOf(files), dice), { hashes, sign: keepingSignatures })),
});

/** As an administrator signs who has every key there ever was. */
const asTheTimeWas = ({ keys }: Forgeable): HeadSigner => {
  return (head, before) => signedBy(head.size < keys.from ? keys.former : keys.present)(head, before);
};

function strangerOf({ keys }: Forgeable): StolenKey {
  const suite = suiteOf(keys.present.suite);
  if (suite === null) throw new RangeError(`no suite ${keys.present.suite}`);
  return { ...keys.present, ...suite.newSigningKeys() };
}

/** The bundle with only the stranger's key in it: the changes of keys are gone from entries and log. */
function withStrangersKey(files: BundleFiles, key: StolenKey): BundleFiles {
  const suite = suiteOf(key.suite);
  const manifest = manifestOf(files);
  const named = (wanted: EntryKind) => manifest.entries.filter(({ kind }) => kind === wanted);
  const [first, ...others] = named('public_key');
  if (first === undefined || suite === null) throw new RangeError('a bundle without a key');
  const word = new TextEncoder().encode(`${verifierKey(suite, key)}\n`);
  const made = new Map([...files, [first.name, word] as const]);
  for (const { name } of [...others, ...named('key_change')]) made.delete(name);
  return made;
}

/** Forgeries of the log itself, by whoever mends all it says of itself. */
export const LOG_FORGERIES: Readonly<Record<string, Forgery>> = {
  'an edited item, its leaf fixed up': {
    needs: 'nothing',
    codes: ['LOG_ROOT'],
    forge: (honest, dice) => {
      const made = edited(honest, dice, EDITED);
      const forging = { hashes: honest.hashes, sign: keepingSignatures };
      const log = withLog(made.files, mendedLog(made, honest), forging).get('log.jsonl');
      const files = new Map([...made.files, ['log.jsonl', log ?? new Uint8Array()] as const]);
      return forged(relisted(files, honest.hashes), 'log.jsonl');
    },
  },
  'an edited item, tree and root fixed up, the head left': {
    needs: 'nothing',
    codes: ['HEAD_DIFFERS'],
    forge: (honest, dice) => {
      const made = edited(honest, dice, EDITED);
      const forging = { hashes: honest.hashes, sign: keepingSignatures };
      const mended = withLog(made.files, mendedLog(made, honest), forging);
      const { head } = manifestOf(mended).log;
      const files = new Map([...mended, [head, honest.files.get(head) ?? new Uint8Array()] as const]);
      return forged(relisted(files, honest.hashes), head);
    },
  },
  'a fixed-up tree without the key': rewriteBy('nothing', UNSIGNED, () => keepingSignatures),
  'a fixed-up tree, signed by the former key': rewriteBy('nothing', ['HEAD_KEY_REPLACED'], ({ keys }) =>
    signedBy(keys.former),
  ),
  'a fixed-up tree, signed by a stranger under the right name': rewriteBy(
    'nothing',
    ['HEAD_KEY_UNKNOWN'],
    (honest) => signedBy(strangerOf(honest)),
  ),
  'a fixed-up tree, and the key of a stranger in the bundle': {
    needs: 'key',
    codes: ['KEY_NOT_OF_LOG'],
    forge: (honest, dice) => {
      const made = edited(honest, dice, EDITED);
      const key = strangerOf(honest);
      const files = withStrangersKey(made.files, key);
      return forged(
        withLog(files, mendedLog(made, honest), { hashes: honest.hashes, sign: signedBy(key), all: true }),
      );
    },
  },
  'a consistent rewrite by whoever has the database and the keys': rewriteBy(
    'heads',
    ['OUTSIDE_HEAD_DIFFERS'],
    asTheTimeWas,
  ),
  'the log rolled back to an earlier head': {
    needs: 'heads',
    // Where the key changed since, the head from outside is by a key the bundle no longer tells of.
    codes: ['OUTSIDE_HEAD_AHEAD', 'HEAD_KEY_UNKNOWN'],
    forge: (honest) => forged(rolledBack(honest)),
  },
  'a leaf more': relogged((log, dice) => {
    const copy = log[dice.below(log.length)];
    return copy === undefined ? log : [...log, { ...copy, kind: 'access' as const }];
  }),
  'two leaves exchanged': relogged((log, dice) => {
    const at = dice.below(log.length);
    const other = (at + 1 + dice.below(log.length - 1)) % log.length;
    const [one, two] = [log[at], log[other]];
    return one === undefined || two === undefined ? log : log.with(at, two).with(other, one);
  }),
  'leaves cut off the end': relogged((log, dice) =>
    log.slice(0, -1 - dice.below(Math.min(3, log.length - 2))),
  ),
  'leaves in another order': relogged((log) => log.toReversed()),
};
