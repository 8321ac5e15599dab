import { index, onServer, onSqlite, table } from './ddl.js';
import type { Migration } from './ddl.js';

/** When a session last proved who sits there, and which accounts sign in at an identity provider. */
export const signInProofs: Migration = {
  name: 'sign-in-proofs',
  steps: [
    onSqlite('add-session-stepped-up', 'ALTER TABLE "session" ADD COLUMN "stepped_up_at" bigint'),
    onServer(
      'add-session-stepped-up-server',
      'ALTER TABLE "session" ADD COLUMN "stepped_up_at" {instant} NULL',
    ),
    table(
      'account_link',
      `"issuer" {key} NOT NULL,
  "subject" {key} NOT NULL,
  "account_id" {id} NOT NULL,
  "linked_at" {instant} NOT NULL,
  CONSTRAINT "fk_account_link_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("issuer", "subject")`,
    ),
    index('idx_account_link_account', 'account_link', '"account_id"'),
  ],
};
