import { Refusal } from '@kaoji/domain';

/** Why a container is not opened, or one of its entries is not read. */
export type ContainerFault =
  | 'CONTAINER_COMMENT'
  | 'CONTAINER_CRC'
  | 'CONTAINER_DATA'
  | 'CONTAINER_DESCRIPTOR'
  | 'CONTAINER_DIRECTORY'
  | 'CONTAINER_DUPLICATE'
  | 'CONTAINER_ENCRYPTED'
  | 'CONTAINER_FIELD'
  | 'CONTAINER_FOLDER'
  | 'CONTAINER_GAP'
  | 'CONTAINER_HEADERS_DIFFER'
  | 'CONTAINER_LEADING_BYTES'
  | 'CONTAINER_LINK'
  | 'CONTAINER_METHOD'
  | 'CONTAINER_NAME'
  | 'CONTAINER_NO_END'
  | 'CONTAINER_ORDER'
  | 'CONTAINER_OVERLAP'
  | 'CONTAINER_RATIO'
  | 'CONTAINER_SECOND_END'
  | 'CONTAINER_SIZE'
  | 'CONTAINER_SPLIT'
  | 'CONTAINER_TOO_LARGE'
  | 'CONTAINER_TOO_MANY'
  | 'CONTAINER_TRAILING_BYTES'
  | 'CONTAINER_ZIP64';

/** Where in the file: the byte, and the entry (as shown, since a hostile name may hold anything). */
export type ContainerPlace = { readonly offset: number; readonly entry?: string };

/** The refusal of a container or an entry, with its place in the details. */
export function refuseContainer(
  code: ContainerFault,
  place: ContainerPlace,
  sentence: string,
  more: Readonly<Record<string, unknown>> = {},
): Refusal {
  const entry = place.entry === undefined ? '' : `, entry ${place.entry}`;
  return new Refusal(code, `${sentence} (byte ${place.offset}${entry})`, { ...place, ...more });
}

const SHOWN = 80; // letters

/** A name that is safe to print: quoted, with every letter outside plain ASCII escaped, and cut. */
export function shownName(raw: Uint8Array): string {
  const letters = Array.from(raw.subarray(0, SHOWN), (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x22
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  );
  return letters.join('') + (raw.length > SHOWN ? '…' : '');
}
