import type { MasterKeys, PersonKey, PersonKeyRow, PersonSealer, Suite, SuiteId } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { suiteOf } from '../suites/suites.js';

export type PersonSealerOptions = {
  readonly masters: MasterKeys;
  /** Of new keys; what is there keeps its own. */
  readonly suite: SuiteId;
  /** Opened keys kept in memory, the least used one goes first. */
  readonly remembered?: number;
};

const REMEMBERED = 20_000;
const PADDED_TO = 32;
const END = 0x80;

const contextOf = (personId: string): string => `kaoji-person-key/1/${personId}`;

/**
 * Makes and opens keys of people. Opened keys are remembered by their wrapped bytes: whoever asks must have read these
 * in the database just now, so a destroyed key opens nothing from that moment on, in every process.
 */
export function createPersonSealer({ masters, suite, remembered }: PersonSealerOptions): PersonSealer {
  const opened = rememberedOpened(remembered ?? REMEMBERED);
  return {
    newKey: async (personId) => {
      const wrapped = await masters.wrap(suite, suiteNamed(suite).newKey(), contextOf(personId));
      const none = { destroyedAt: null, destroyedBy: null, clause: null };
      return { personId, suite, masterKeyId: masters.current, wrapped, ...none };
    },
    openKey: async (row) => {
      if (row.wrapped === null) return null;
      const name = `${row.personId}:${Buffer.from(row.wrapped).toString('base64')}`;
      const known = opened.get(name);
      if (known !== undefined) return known;
      const key = await unwrapped(masters, row, row.wrapped);
      opened.set(name, key);
      return key;
    },
  };
}

async function unwrapped(masters: MasterKeys, row: PersonKeyRow, wrapped: Uint8Array): Promise<PersonKey> {
  const { masterKeyId, suite, personId } = row;
  const key = await masters.unwrap(masterKeyId, suite, wrapped, contextOf(personId));
  if (key !== null) return personKey(suiteNamed(suite), key);
  throw new Refusal(
    'PERSON_KEY_UNREADABLE',
    'The key of a person cannot be opened: KAOJI_PERSON_KEYS does not hold its master key, or it was changed.',
    { masterKeyId },
  );
}

function personKey({ id, seal, open }: Suite, key: Uint8Array): PersonKey {
  return {
    suite: id,
    seal: (text, context) => seal(key, padded(text), context),
    open: (sealed, context) => {
      const plain = open(key, sealed, context);
      return plain === null ? null : withoutPadding(plain);
    },
  };
}

/** To the next 32 bytes, so that the length of a sealed name tells no name. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const end = Buffer.alloc(PADDED_TO - (bytes.length % PADDED_TO));
  end[0] = END;
  return Buffer.concat([bytes, end]);
}

function withoutPadding(plain: Uint8Array): string | null {
  const end = plain.lastIndexOf(END);
  return end === -1 ? null : Buffer.from(plain.subarray(0, end)).toString('utf8');
}

/** A bounded memory whose least used entry goes first. */
function rememberedOpened(most: number) {
  const entries = new Map<string, PersonKey>();
  return {
    get(name: string): PersonKey | undefined {
      const found = entries.get(name);
      if (found !== undefined) {
        entries.delete(name);
        entries.set(name, found);
      }
      return found;
    },
    set(name: string, key: PersonKey): void {
      entries.set(name, key);
      const oldest = entries.keys().next();
      if (entries.size > most && oldest.done !== true) entries.delete(oldest.value);
    },
  };
}

function suiteNamed(id: string): Suite {
  const suite = suiteOf(id);
  if (suite === null) throw new Refusal('SUITE_UNKNOWN', 'This build does not know the suite of this key.');
  return suite;
}
