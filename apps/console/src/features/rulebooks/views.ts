/** How a rulebook is read: as a document unless the address says otherwise. A rule's id may follow after `#`. */
export const VIEWS = ['document', 'table', 'graph'] as const;
export type View = (typeof VIEWS)[number];
