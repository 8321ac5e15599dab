import { rolesWith } from '@kaoji/application/staff';
import { endpoints, type Endpoint, type EndpointName } from '@kaoji/http-contract';
import { PERMISSION_KEY, type RoutePermission } from '../../src/access/permission.decorator.js';
import { CONTROLLERS } from '../../src/api.module.js';
import { ENDPOINT_KEY } from '../../src/endpoint.decorator.js';
import { ROLES, STANDS, type Role, type Stand } from './rights-actors.js';

const PERMISSIONS: ReadonlyMap<Endpoint, RoutePermission> = new Map(
  CONTROLLERS.flatMap(({ prototype }) =>
    Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ value }) => {
      const endpoint = Reflect.getMetadata(ENDPOINT_KEY, value as object) as Endpoint | undefined;
      const permission = Reflect.getMetadata(PERMISSION_KEY, value as object) as RoutePermission;
      return endpoint === undefined ? [] : [[endpoint, permission] as const];
    }),
  ),
);

/** A route that asks who comes, by the name it has in the contract. */
export type Guarded = {
  readonly name: EndpointName;
  readonly endpoint: Endpoint;
  readonly permission: Exclude<RoutePermission, 'public'>;
};
export const GUARDED: readonly Guarded[] = Object.entries(endpoints).flatMap(([name, endpoint]) => {
  const permission = PERMISSIONS.get(endpoint);
  if (permission === undefined) throw new Error(`${name} has no permission`);
  if (permission === 'public' || permission === 'self') return [];
  return [{ name: name as EndpointName, endpoint, permission }];
});

export type Cell = { readonly route: Guarded; readonly role: Role; readonly stand: Stand };
/** A role without the permission stops at the door whatever its grant covers: it is asked with the nearest and the widest. */
export const CELLS: readonly Cell[] = GUARDED.flatMap((route) =>
  ROLES.flatMap((role) => {
    const stands = rolesWith(route.permission).includes(role) ? STANDS : (['own', 'parent'] as const);
    return stands.map((stand): Cell => ({ route, role, stand }));
  }),
);
