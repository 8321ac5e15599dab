import type { LocalText } from '../rulebook/schema/text.js';

/** What can be wrong with the bytes of a bundle, the most important first. */
export const FINDING_WORDS = {
  MANIFEST_MISSING: { zh: '没有清单 manifest.json', en: 'There is no manifest.json' },
  MANIFEST_UNREADABLE: {
    zh: '清单不是规范 JSON（RFC 8785）',
    en: 'The manifest is not canonical JSON (RFC 8785)',
  },
  MANIFEST_FORM: { zh: '清单内容不符合格式', en: 'The manifest does not have the form it should' },
  MANIFEST_REFERENCE: {
    zh: '清单指向的文件不存在，或不是该类文件',
    en: 'The manifest points to an entry that is not listed, or is of another kind',
  },
  ENTRY_TWICE: { zh: '清单两次列出同一文件', en: 'The manifest lists an entry twice' },
  ENTRY_MISSING: { zh: '清单所列文件不在包中', en: 'An entry of the manifest is not in the bundle' },
  ENTRY_UNLISTED: { zh: '包中文件未列入清单', en: 'The bundle holds an entry the manifest does not list' },
  ENTRY_SIZE: { zh: '文件大小与清单不同', en: 'An entry is not as long as the manifest says' },
  ENTRY_HASH: {
    zh: '文件内容与清单的哈希不符，内容被改过',
    en: 'An entry was changed: its hash is not the one in the manifest',
  },
  LOG_MISSING: { zh: '包中没有日志，或不止一份', en: 'The bundle has no log, or more than one' },
  LOG_UNREADABLE: { zh: '日志此行无法读取', en: 'A line of the log cannot be read' },
  LOG_SIZE: { zh: '日志条数与清单不同', en: 'The log has not as many leaves as the manifest says' },
  LOG_ROOT: {
    zh: '日志各条算出的树根与清单不同',
    en: 'The leaves of the log do not give the root in the manifest',
  },
  HEAD_UNREADABLE: { zh: '树头无法读取', en: 'A tree head cannot be read' },
  HEAD_ORIGIN: { zh: '树头属于另一日志', en: 'A tree head is of another log' },
  HEAD_DIFFERS: {
    zh: '树头的条数或树根与清单不同',
    en: 'The tree head has another size or root than the manifest',
  },
  HEAD_ROOT: {
    zh: '此树头的树根不是日志前若干条的树根，日志被改写过',
    en: 'The root of this head is not that of the log then: the log was rewritten',
  },
  INCLUSION_UNREADABLE: { zh: '包含证明此行无法读取', en: 'A line of the inclusion proofs cannot be read' },
  INCLUSION_INVALID: {
    zh: '包含证明不成立：该条不在此树根之下',
    en: 'An inclusion proof does not hold: the leaf is not under this root',
  },
  ITEM_UNREADABLE: { zh: '条目此行无法读取', en: 'A line of items cannot be read' },
  ITEM_NOT_IN_LOG: { zh: '条目没有指明日志序号', en: 'An item does not say where it is in the log' },
  ITEM_ORDER: {
    zh: '条目未按日志序号排列',
    en: 'The items of an entry are not in the order of the log',
  },
  LEAF_MISSING: { zh: '条目所指的日志条目不存在', en: 'The leaf an item points to is not there' },
  LEAF_KIND: { zh: '条目与日志所记类别不同', en: 'An item is of another kind than its leaf says' },
  LEAF_REF: { zh: '条目与日志所记编号不同', en: 'An item has another id than its leaf says' },
  LEAF_HASH: {
    zh: '条目内容与日志所记哈希不符，内容被改过',
    en: 'An item was changed: its hash is not the one in the log',
  },
  LEAF_TWICE: { zh: '两个条目指向同一日志条目', en: 'Two items point to the same leaf' },
  LEAF_WITHOUT_ITEM: {
    zh: '日志有此条，包中却没有，也未说明缺少',
    en: 'The log has this leaf, but the bundle neither holds it nor says that it is absent',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type FindingCode = keyof typeof FINDING_WORDS;
