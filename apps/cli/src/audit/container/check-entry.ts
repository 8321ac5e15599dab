import {
  FIXED,
  FLAGS,
  METHODS,
  type CentralHeader,
  type ContainerLimits,
  nameFault,
  refuseContainer,
  type ContainerPlace,
} from '@kaoji/application/container';

const UNIX_KIND = 0xf000; // of the mode in the upper half of the external attributes
const UNIX_LINK = 0xa000;
const UNIX_FOLDER = 0x4000;
const DOS_FOLDER = 0x10;

/** Refuses kinds of entries that are no plain file. */
function checkKind(header: CentralHeader, name: string, place: ContainerPlace): void {
  const unix = (header.external >>> 16) & UNIX_KIND;
  if (unix === UNIX_LINK) throw refuseContainer('CONTAINER_LINK', place, 'The entry is a link');
  if (unix === UNIX_FOLDER || (header.external & DOS_FOLDER) !== 0 || name.endsWith('/')) {
    throw refuseContainer('CONTAINER_FOLDER', place, 'The entry is a folder');
  }
  if ((header.flags & (FLAGS.encrypted | FLAGS.strong | FLAGS.masked)) !== 0) {
    throw refuseContainer('CONTAINER_ENCRYPTED', place, 'The entry is encrypted');
  }
  if ((header.flags & FLAGS.descriptor) !== 0) {
    throw refuseContainer('CONTAINER_DESCRIPTOR', place, 'The sizes would follow the data');
  }
  if (header.method !== METHODS.stored && header.method !== METHODS.deflate) {
    throw refuseContainer('CONTAINER_METHOD', place, `Compression method ${header.method}`);
  }
}

/** Everything that is the same in each entry of ours: a field with another value is one somebody wrote. */
function checkFixed(header: CentralHeader, place: ContainerPlace): void {
  const wanted: Readonly<Partial<CentralHeader>> = {
    ...FIXED,
    extraBytes: 0,
    commentBytes: 0,
    disk: 0,
    internal: 0,
    external: 0,
  };
  const other = Object.entries(wanted).find(
    ([field, value]) => header[field as keyof CentralHeader] !== value,
  );
  if (other !== undefined) {
    throw refuseContainer('CONTAINER_FIELD', place, `The field ${other[0]} is not ${other[1]}`);
  }
}

function checkSizes(header: CentralHeader, place: ContainerPlace, limits: ContainerLimits): void {
  const { size, packedSize } = header;
  if (size === 0xffffffff || packedSize === 0xffffffff || header.offset === 0xffffffff) {
    throw refuseContainer('CONTAINER_ZIP64', place, 'The entry claims 4 GiB or more');
  }
  if (size > limits.entryBytes) {
    throw refuseContainer('CONTAINER_TOO_LARGE', place, `The entry claims ${size} bytes`);
  }
  if (header.method === METHODS.stored && size !== packedSize) {
    throw refuseContainer('CONTAINER_SIZE', place, `A stored entry of ${size} bytes takes ${packedSize}`);
  }
  if (size >= limits.ratioFrom && size > packedSize * limits.ratio) {
    throw refuseContainer('CONTAINER_RATIO', place, `${packedSize} bytes claim to hold ${size}`);
  }
}

/** Refuses an entry of the directory that we would not have written, before a byte of its data is looked at. */
export function checkEntry(
  header: CentralHeader,
  name: string,
  place: ContainerPlace,
  limits: ContainerLimits,
): void {
  checkKind(header, name, place);
  const fault = nameFault(name) ?? (name.length > limits.nameBytes ? 'too long' : null);
  if (fault !== null) throw refuseContainer('CONTAINER_NAME', place, `The name: ${fault}`, { fault });
  checkSizes(header, place, limits);
  checkFixed(header, place);
}
