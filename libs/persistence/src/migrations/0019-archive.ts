import { appendOnly, index, table } from './ddl.js';
import type { Migration } from './ddl.js';

const file = (name: string): string => `"${name}_hash" {hash} NOT NULL,
  "${name}_object" {key} NOT NULL,
  "${name}_size" {count} NOT NULL`;

/** Closed runs whose history is in the archive, and the builds of flows that made them. */
export const archive: Migration = {
  name: 'archive',
  steps: [
    table(
      'archived_build',
      `"build_id" {id} NOT NULL,
  "suite" {state} NOT NULL,
  ${file('bundle')},
  ${file('lock_file')},
  ${file('recipe')},
  "archived_at" {instant} NOT NULL,
  CONSTRAINT "chk_archived_build_suite" CHECK ("suite" IN ('intl', 'sm')),
  PRIMARY KEY ("build_id", "suite")`,
    ),
    ...appendOnly('archived_build'),
    table(
      'archived_run',
      `"run_id" {id} NOT NULL,
  "cycle_id" {id} NOT NULL,
  "workflow_id" {key} NOT NULL,
  "first_run_id" {id} NOT NULL,
  "continued_from" {id},
  "workflow_type" {code} NOT NULL,
  "deployment" {code},
  "build_id" {id} NOT NULL,
  "sdk_version" {code} NOT NULL,
  "node_version" {code} NOT NULL,
  "server_version" {code} NOT NULL,
  "codec_key_ids" {text} NOT NULL,
  "close_status" {state} NOT NULL,
  "event_count" {count} NOT NULL,
  "suite" {state} NOT NULL,
  "hash" {hash} NOT NULL,
  "size" {count} NOT NULL,
  "object_name" {key} NOT NULL,
  "closed_at" {instant} NOT NULL,
  "archived_at" {instant} NOT NULL,
  "verdict" {state} NOT NULL,
  "fault" {text},
  CONSTRAINT "chk_archived_run_suite" CHECK ("suite" IN ('intl', 'sm')),
  CONSTRAINT "chk_archived_run_verdict" CHECK (("verdict" = 'replayed' AND "fault" IS NULL) OR ("verdict" = 'failed' AND "fault" IS NOT NULL)),
  CONSTRAINT "fk_archived_run_cycle" FOREIGN KEY ("cycle_id") REFERENCES "cycle" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  PRIMARY KEY ("run_id")`,
    ),
    index('idx_archived_run_cycle', 'archived_run', '"cycle_id", "run_id"'),
    index('idx_archived_run_workflow', 'archived_run', '"workflow_id", "closed_at"'),
    index('idx_archived_run_verdict', 'archived_run', '"verdict", "archived_at"'),
    ...appendOnly('archived_run'),
  ],
};
