import { personAt } from './api.js';
import { bodyOf, type Named } from './rights-bodies.js';
import type { Cell, Guarded } from './rights-cells.js';
import type { World } from './rights-world.js';

export type Answered = { readonly status: number; readonly code: string; readonly text: string };

/** Asks the API as whoever the cell is about. */
export async function ask(url: string, world: World, token: string, cell: Cell): Promise<Answered> {
  const { name, endpoint } = cell.route;
  const named = cell.stand === 'archived' ? world.archived : world.open;
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, parameter: string) => String(named[parameter]));
  const type = endpoint.consumes[0] ?? 'application/json';
  const body = type === 'application/json' ? bodyOf(endpoint, named) : TABLE;
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const { status, text } = await personAt(url, { authorization: `Bearer ${token}` }).send(
    path + queryOf(cell.route, named),
    { method: endpoint.method, ...(body === null ? {} : { raw, headers: { 'content-type': type } }) },
  );
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
  // Acts on many lists are answered list by list.
  if (name === 'actOnMany' && code === 'FORBIDDEN') return { status: 403, code, text };
  return { status, code: status < 400 ? '' : code, text };
}

/** A file with one column nobody knows. */
const TABLE = 'demo\n1\n';

function queryOf({ endpoint }: Guarded, { areaId, rulebookHash }: Named): string {
  const asked = { area: String(areaId), rulebook: String(rulebookHash) };
  if (endpoint.query === null || endpoint.query.safeParse({}).success) return '';
  const { rulebook } = asked;
  const query = endpoint.query.safeParse({ rulebook }).success ? { rulebook } : asked;
  return `?${new URLSearchParams(query).toString()}`;
}
