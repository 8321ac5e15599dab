import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission as PermissionName } from '@kaoji/application/staff';

export const PERMISSION_KEY = 'kaoji:permission';
export type RoutePermission = PermissionName | 'public';

/** What a role must allow, somewhere, before this route is entered; the use case looks at where. */
export const Permission = (permission: PermissionName): CustomDecorator =>
  SetMetadata(PERMISSION_KEY, permission);

/** Open to everybody, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(PERMISSION_KEY, 'public' satisfies RoutePermission);
