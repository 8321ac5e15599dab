export { checkNames } from './check-names.js';
export {
  CENTRAL,
  END,
  FIXED,
  FLAGS,
  LOCAL,
  METHODS,
  readCentral,
  readEnd,
  readLocal,
  writeCentral,
  writeEnd,
  writeLocal,
  ZIP64_SIGNATURES,
} from './container-format.js';
export type { CentralHeader, EndRecord, EntryHeader, Method } from './container-format.js';
export { CONTAINER_LIMITS } from './container-limits.js';
export type { ContainerLimits } from './container-limits.js';
export { foldedName, foldersOf, nameFault } from './entry-name.js';
export { refuseContainer, shownName } from './refuse-container.js';
export type { ContainerFault, ContainerPlace } from './refuse-container.js';
export { containerParts, writeContainer } from './write-container.js';
export type { Content } from './write-container.js';
