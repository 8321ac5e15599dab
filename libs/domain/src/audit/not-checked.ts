import type { LocalText } from '../rulebook/schema/text.js';
import { APPARATUS, ENTRY_KINDS } from './manifest/entry-kinds.js';
import type { BundleManifest } from './manifest/manifest.js';

const WORDS = {
  SIGNATURES: { zh: '树头的签名', en: 'the signatures of the tree heads' },
  OUTSIDE_HEADS: {
    zh: '与包外（公示、见证文件）所印树根是否一致',
    en: 'whether roots printed outside (notices, witness files) agree',
  },
  TIMESTAMPS: { zh: '时间戳', en: 'the timestamps' },
  REPLAY: { zh: '按原程序重放历史', en: 'replaying the histories under the builds that made them' },
  RECOMPUTE: { zh: '重新计算得分、名额与后果', en: 'computing scores, quotas and consequences again' },
  EARLIER_HEADS: { zh: '较早树头（只含部分日志）', en: 'earlier heads (only a part of the log is here)' },
  OTHERS: {
    zh: '未放入包中的条目：他人的，以及本人的是否齐全',
    en: 'what was left out: what is about others, and whether all about this person is here',
  },
  ABSENT: { zh: '只有哈希的条目', en: 'items of which only the hash is here' },
  UNLOGGED: {
    zh: '日志不担保的文件（只核对清单哈希）',
    en: 'entries the log does not vouch for (only their hash in the manifest)',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Something a reader might take for checked. Whoever does check it strikes it out by its code. */
export type NotChecked = {
  readonly code: keyof typeof WORDS;
  readonly zh: string;
  readonly en: string;
  readonly entries: readonly string[]; // which ones, where it is about some only
  readonly count: number; // of items, where it is about some only
};

function notChecked(
  code: keyof typeof WORDS,
  entries: readonly string[] = [],
  count = entries.length,
): NotChecked {
  return { code, ...WORDS[code], entries, count };
}

/** What checking bytes and hashes leaves open in this bundle. */
export function leftOpen(manifest: BundleManifest): readonly NotChecked[] {
  const named = (wanted: (entry: BundleManifest['entries'][number]) => boolean) =>
    manifest.entries.filter(wanted).map(({ name }) => name);
  const heads = named(({ kind }) => kind === 'head');
  const stamps = named(({ kind }) => kind === 'timestamp');
  const earlier = heads.filter((name) => name !== manifest.log.head);
  const unlogged = named(({ kind }) => ENTRY_KINDS[kind] === null && !APPARATUS.includes(kind));
  const redacted = manifest.scope.kind === 'appraisal';
  return [
    notChecked('SIGNATURES', heads),
    notChecked('OUTSIDE_HEADS'),
    ...(stamps.length > 0 ? [notChecked('TIMESTAMPS', stamps)] : []),
    notChecked(
      'REPLAY',
      manifest.histories.map(({ entry }) => entry),
    ),
    notChecked('RECOMPUTE'),
    ...(redacted && earlier.length > 0 ? [notChecked('EARLIER_HEADS', earlier)] : []),
    ...(redacted ? [notChecked('OTHERS')] : []),
    ...(manifest.absent.length > 0 ? [notChecked('ABSENT', [], manifest.absent.length)] : []),
    ...(unlogged.length > 0 ? [notChecked('UNLOGGED', unlogged)] : []),
  ];
}
