import type { DemoPerson } from '../demo/demo-person.js';

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The roster as the office would upload it: one row a person, one column a declared fact. */
export function rosterCsv(people: readonly DemoPerson[]): string {
  const facts = [...new Set(people.flatMap((person) => Object.keys(person.facts)))].sort();
  const header = ['personRef', 'unit', 'community', 'posts', 'category', ...facts, 'punishments', 'earlier'];
  const rows = people.map((person) => rosterRow(person, facts));
  return [header, ...rows].map((row) => row.map(quote).join(',')).join('\n') + '\n';
}

function rosterRow(person: DemoPerson, facts: readonly string[]): string[] {
  return [
    person.id,
    person.unitId,
    person.communityId,
    person.posts.join(';'),
    person.category,
    ...facts.map((fact) => String(person.facts[fact] ?? '')),
    person.punishments.map((p) => `${p.kind}@${p.year}${p.duty ? '@duty' : ''}`).join(';'),
    Object.entries(person.earlier)
      .map(([year, result]) => `${year}=${result}`)
      .join(';'),
  ];
}
