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
  RECOMPUTE_OTHERS: {
    zh: '得分、名次与名额所依据的证据（他人的及不记名的不在包中；只核对了推导各步）',
    en: 'scores, rank and seats against the evidence: blind marks and what is about others is not here (each step of the derivation was computed again)',
  },
  RECOMPUTE_UNFRAMED: {
    zh: '未封存单位条件的名单（由较早版本编制）',
    en: 'lists of which no frame was sealed (made by an earlier release)',
  },
  RECOMPUTE_LATER: {
    zh: '名单之后改定、而依据不全或已加密的结果',
    en: 'results changed after the list whose grounds are not all here, or sealed',
  },
  BALLOTS: {
    zh: '选票与抽样名单（计票确认后即销毁；核对了计票与区间）',
    en: 'ballots and lists of residents, which are destroyed after the count (counts and intervals were computed again)',
  },
  SIGNER: {
    zh: '签名者是谁：公钥出自包内，须从包外核实（--keys）',
    en: 'who signed: the keys are from the bundle itself; compare them with the published ones (--keys)',
  },
  BUILDS: {
    zh: '包中的程序是否为项目公布的版本（可比对其哈希）',
    en: 'whether the builds in here are those the project published (compare their hashes)',
  },
  REPLAY_PART: {
    zh: '未能重放的历史',
    en: 'histories that could not be replayed here',
  },
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

/** One such thing: the entries it is about, or how many items. */
export function notChecked(
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
