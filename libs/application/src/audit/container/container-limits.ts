/** What a container may claim before any of it is opened. */
export type ContainerLimits = {
  readonly entries: number;
  readonly containerBytes: number;
  readonly entryBytes: number; // of one entry, inflated
  readonly totalBytes: number; // of all entries, inflated
  readonly ratio: number; // inflated to deflated; deflate itself reaches about 1,030
  readonly ratioFrom: number; // bytes: a small entry may be as regular as it likes
  readonly nameBytes: number;
};

const MIB = 1024 * 1024;

/**
 * A cycle of a few thousand appraisals stays far below. All lie below what a ZIP without ZIP64 can say (65,535
 * entries, 4 GiB), so a bundle never needs ZIP64 and a container that claims it is refused.
 */
export const CONTAINER_LIMITS: ContainerLimits = {
  entries: 65_000,
  containerBytes: 2048 * MIB,
  entryBytes: 256 * MIB, // as a text, still one that Node can hold
  totalBytes: 2048 * MIB,
  ratio: 100,
  ratioFrom: MIB,
  nameBytes: 200,
};
