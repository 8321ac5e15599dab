/** An imported CSV or XLSX sheet as text: the header, and the lines below it that are not empty. */
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
};
