import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parseCalendar, type Calendar } from '@kaoji/domain';

const domain = pathToFileURL(createRequire(import.meta.url).resolve('@kaoji/domain'));
const CALENDARS = new URL('../calendars/', domain);

/** The working-day calendars this release carries, by file name. Refuses `CALENDAR_INVALID`. */
export async function loadCalendars(): Promise<readonly Calendar[]> {
  const files = (await readdir(CALENDARS)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => parseCalendar(JSON.parse(await readFile(new URL(name, CALENDARS), 'utf8')))),
  );
}
