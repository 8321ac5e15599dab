import type { Account, AccountLink, Area, Community, Grant, Person, Session, Unit } from '@kaoji/application';
import {
  emptyAsNull,
  flag,
  hash,
  id,
  instant,
  key,
  name,
  optional,
  primary,
  sealedName,
  state,
} from './columns.js';
import { defineTable, reference } from './define-table.js';

export const areaTable = defineTable<Area>('area', { id: primary(id()), name: name() });

export const unitTable = defineTable<Unit>(
  'unit',
  { id: primary(id()), areaId: id(), name: name() },
  { indexes: { idx_unit_area: ['areaId', 'id'] }, references: [reference('area', ['areaId'], 'area')] },
);

export const communityTable = defineTable<Community>(
  'community',
  { id: primary(id()), unitId: id(), name: name() },
  { indexes: { idx_community_unit: ['unitId', 'id'] }, references: [reference('unit', ['unitId'], 'unit')] },
);

export const personTable = defineTable<Person>('person', {
  id: primary(id()),
  name: sealedName(),
  phone: optional(sealedName()),
});

/** An account without its grants, which have their own rows. */
export type AccountRow = Omit<Account, 'grants'>;
export const accountTable = defineTable<AccountRow>(
  'account',
  {
    id: primary(id()),
    username: name(),
    passwordHash: name(),
    personId: optional(id()),
    disabled: flag(),
  },
  {
    uniques: { uq_account_username: ['username'] },
    references: [reference('person', ['personId'], 'person')],
  },
);

export type GrantRow = Grant & { readonly accountId: string };
export const grantTable = defineTable<GrantRow>(
  'account_grant',
  {
    accountId: primary(id()),
    role: primary(state()),
    areaId: primary(id()),
    unitId: primary(emptyAsNull(id())),
  },
  {
    indexes: { idx_account_grant_scope: ['areaId', 'role', 'unitId'] },
    checks: ['role'],
    references: [reference('account', ['accountId'], 'account'), reference('area', ['areaId'], 'area')],
  },
);

export const sessionTable = defineTable<Session>(
  'session',
  {
    tokenHash: primary(hash()),
    accountId: id(),
    csrfHash: optional(hash()),
    kind: state(),
    createdAt: instant(),
    expiresAt: instant(),
    steppedUpAt: optional(instant()),
  },
  {
    indexes: { idx_session_account: ['accountId'], idx_session_expires: ['expiresAt'] },
    checks: ['kind'],
    references: [reference('account', ['accountId'], 'account')],
  },
);

export const accountLinkTable = defineTable<AccountLink>(
  'account_link',
  { issuer: primary(key()), subject: primary(key()), accountId: id(), linkedAt: instant() },
  {
    indexes: { idx_account_link_account: ['accountId'] },
    references: [reference('account', ['accountId'], 'account')],
  },
);
