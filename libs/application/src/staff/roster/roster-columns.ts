import type { LocalText, Rulebook } from '@kaoji/domain';

export type Column = { readonly id: string; readonly title: LocalText; readonly hint?: string };

const PERSON: readonly Column[] = [
  { id: 'personRef', title: { zh: '人员编号', en: 'Person reference' } },
  { id: 'name', title: { zh: '姓名', en: 'Name' } },
  { id: 'phone', title: { zh: '电话', en: 'Phone' } },
  { id: 'unit', title: { zh: '单位', en: 'Unit' } },
  { id: 'community', title: { zh: '社区', en: 'Community' } },
  { id: 'posts', title: { zh: '岗位', en: 'Posts' }, hint: ';' },
  { id: 'category', title: { zh: '类别', en: 'Category' } },
];
const PAST: readonly Column[] = [
  { id: 'punishments', title: { zh: '处分', en: 'Punishments' }, hint: 'kind@year;kind@year@duty' },
  { id: 'earlier', title: { zh: '往年结果', en: 'Earlier results' }, hint: '2024=competent;2023=excellent' },
];

/** The columns of a roster under this rulebook: the person, one per declared person fact, and the past. */
export function rosterColumns(rulebook: Rulebook): readonly Column[] {
  const facts = rulebook.facts
    .filter((fact) => fact.scope === 'person')
    .map((fact): Column => {
      const hint = fact.type === 'code' ? (fact.values ?? []).join(' | ') : fact.type;
      return { id: fact.id, title: fact.title, hint };
    });
  return [...PERSON, ...facts, ...PAST];
}

/** The column a header cell names, by id or by its Chinese or English title. */
export function columnNamed(columns: readonly Column[], header: string): Column | undefined {
  const wanted = header.trim().toLowerCase();
  return columns.find(({ id, title }) =>
    [id, title.zh, title.en].some((name) => name.toLowerCase() === wanted),
  );
}
