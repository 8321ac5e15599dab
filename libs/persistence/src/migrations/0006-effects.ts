import { index, table } from './ddl.js';
import type { Migration } from './ddl.js';

export const effects: Migration = {
  name: 'effects',
  steps: [
    table(
      'effect',
      `"key" {key} NOT NULL,
  "result" {text},
  PRIMARY KEY ("key")`,
    ),
    table(
      'outbox',
      `"id" {id} NOT NULL,
  "kind" {code} NOT NULL,
  "payload" {text} NOT NULL,
  "created_at" {instant} NOT NULL,
  "delivered_at" {instant},
  PRIMARY KEY ("id")`,
    ),
    index('idx_outbox_pending', 'outbox', '"delivered_at", "created_at", "id"'),
  ],
};
