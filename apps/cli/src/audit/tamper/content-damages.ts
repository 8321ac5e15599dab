import { manifestOf, relisted, withManifest, type Dice } from '@kaoji/domain/testing';
import { ENTRY_KINDS, MANIFEST_NAME } from '@kaoji/domain';
import { packed, type Damage, type Honest } from './tampering.js';

/** An entry that holds something; of the kinds the log vouches for, where the forger can mend the manifest. */
function pickEntry({ files }: Honest, dice: Dice, wanted: 'any' | 'logged'): string {
  const { entries } = manifestOf(files);
  const names = entries
    .filter(({ kind, size }) => size > 0 && (wanted === 'any' || ENTRY_KINDS[kind] !== null))
    .map(({ name }) => name);
  return names[dice.below(names.length)] ?? MANIFEST_NAME;
}

function edited(bytes: Uint8Array | undefined, dice: Dice): Uint8Array {
  const copy = Uint8Array.from(bytes ?? []);
  const at = dice.below(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 + dice.below(255));
  return copy;
}

const without = ({ files }: Honest, name: string) => new Map([...files].filter(([other]) => other !== name));

/** Damage to what the entries hold, in a container that is written anew and is in order. */
export const CONTENT_DAMAGES: Readonly<Record<string, Damage>> = {
  'an edited entry': (honest, dice) => {
    const name = pickEntry(honest, dice, 'any');
    const files = new Map([...honest.files, [name, edited(honest.files.get(name), dice)]]);
    return { bytes: packed(files), touched: [name] };
  },
  'an edited entry, its hash fixed up': (honest, dice) => {
    const name = pickEntry(honest, dice, 'logged');
    const files = new Map([...honest.files, [name, edited(honest.files.get(name), dice)]]);
    return { bytes: packed(relisted(files, honest.hashes)), touched: [name] };
  },
  'an entry cut short': (honest, dice) => {
    const name = pickEntry(honest, dice, 'any');
    const bytes = honest.files.get(name) ?? new Uint8Array();
    const files = new Map([...honest.files, [name, bytes.subarray(0, dice.below(bytes.length))]]);
    return { bytes: packed(files), touched: [name] };
  },
  'a dropped entry': (honest, dice) => {
    const name = pickEntry(honest, dice, 'any');
    return { bytes: packed(without(honest, name)), touched: [name] };
  },
  'a dropped history, the manifest fixed up': (honest) => {
    const manifest = manifestOf(honest.files);
    const name = manifest.histories[0]?.entry ?? MANIFEST_NAME;
    const histories = manifest.histories.filter(({ entry }) => entry !== name);
    const files = withManifest(without(honest, name), { ...manifest, histories });
    return { bytes: packed(relisted(files, honest.hashes)), touched: [] };
  },
  'no manifest': (honest) => ({ bytes: packed(without(honest, MANIFEST_NAME)), touched: [MANIFEST_NAME] }),
  'two entries swapped': (honest, dice) => {
    const a = pickEntry(honest, dice, 'any');
    const differing = [...honest.files.keys()].filter((name) => {
      const bytes = honest.files.get(name) ?? new Uint8Array();
      return name !== MANIFEST_NAME && !Buffer.from(bytes).equals(honest.files.get(a) ?? new Uint8Array());
    });
    const b = differing[dice.below(differing.length)] ?? a;
    const pair = [a, b];
    const [of, from] = [honest.files.get(a) ?? new Uint8Array(), honest.files.get(b) ?? new Uint8Array()];
    return { bytes: packed(new Map([...honest.files, [a, from], [b, of]])), touched: pair };
  },
  'an entry under another name': (honest, dice) => {
    const name = pickEntry(honest, dice, 'any');
    const bytes = honest.files.get(name) ?? new Uint8Array();
    return { bytes: packed(new Map([...without(honest, name), [`z${name}`, bytes]])), touched: [name] };
  },
  'an entry once more under another name': (honest, dice) => {
    const name = pickEntry(honest, dice, 'any');
    const bytes = honest.files.get(name) ?? new Uint8Array();
    return { bytes: packed(new Map([...honest.files, [`z${name}`, bytes]])), touched: [`z${name}`] };
  },
  'lines of the log in another order, hash fixed up': (honest) => {
    const name = honest.files.has('log.jsonl') ? 'log.jsonl' : 'inclusion.jsonl';
    const text = new TextDecoder().decode(honest.files.get(name));
    const lines = text.trimEnd().split('\n').reverse();
    const files = new Map([...honest.files, [name, Buffer.from(`${lines.join('\n')}\n`)]]);
    return { bytes: packed(relisted(files, honest.hashes)), touched: [name] };
  },
};
