import type { MarkingItem } from '../../api/marking.js';
import type { Entry, MarkDraft } from './sheet.js';

/** How the sheet can be looked at. */
export const MARKING_VIEWS = ['person', 'table', 'review'] as const;

/** What all views of the sheet work on. */
export type MarkingSheet = {
  readonly cycleId: string;
  readonly items: readonly MarkingItem[];
  readonly draft: MarkDraft;
  /** Whether marks of a unit can be given now. */
  readonly isOpen: (unitId: string) => boolean;
  readonly write: (item: MarkingItem, entry: Entry) => void;
  readonly forget: () => void;
  readonly forgetSome: (keys: ReadonlySet<string>) => void;
};
