import { foldedName, foldersOf } from './entry-name.js';
import { refuseContainer, type ContainerPlace } from './refuse-container.js';

/** Names in ascending order (of their bytes), none of them twice, and none a folder of another, also where case does not count. */
export function checkNames(
  entries: readonly { readonly name: string; readonly place: ContainerPlace }[],
): void {
  const folded = new Set<string>();
  for (const { name, place } of entries) {
    if (folded.has(foldedName(name))) {
      throw refuseContainer('CONTAINER_DUPLICATE', place, 'Another entry has this name');
    }
    folded.add(foldedName(name));
  }
  for (const { name, place } of entries) {
    if (foldersOf(name).some((folder) => folded.has(folder))) {
      throw refuseContainer('CONTAINER_DUPLICATE', place, 'Another entry has the name of its folder');
    }
  }
  for (const [at, { name, place }] of entries.entries()) {
    const before = entries[at - 1];
    if (before !== undefined && before.name > name) {
      throw refuseContainer('CONTAINER_ORDER', place, 'The entry is not in the order of names');
    }
  }
}
