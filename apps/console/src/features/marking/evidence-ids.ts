/** The ids in a field, with commas, Chinese commas, spaces or lines between them. */
export const idsIn = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\s,，、;；]+/).filter((id) => id !== '');

/** Whether each of them could be the id of a record: a name or a sentence could not. */
export const areIds = (text: string | undefined): boolean =>
  idsIn(text).every((id) => /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/.test(id));
