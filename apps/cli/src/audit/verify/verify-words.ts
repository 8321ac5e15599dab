import type { AuditFinding, AuditPlace, LocalText } from '@kaoji/domain';

/** What the verifier finds besides what bytes, hashes and rules say. */
const WORDS = {
  KEYS_MISSING: {
    zh: '包中没有公钥，签名无法核验',
    en: 'The bundle holds no public key: no signature can be checked',
  },
  KEY_UNREADABLE: { zh: '公钥无法读取', en: 'A public key cannot be read' },
  KEY_NOT_OF_LOG: {
    zh: '包外给出的公钥不在本日志的密钥之中',
    en: 'A key given from outside is none of this log',
  },
  KEY_UNCHAINED: {
    zh: '公钥与密钥更换记录不一致',
    en: 'The public keys are not those the key changes lead to',
  },
  KEY_CHANGE_UNREADABLE: { zh: '密钥更换记录无法读取', en: 'A key change cannot be read' },
  KEY_CHANGE_UNSIGNED: { zh: '密钥更换未经新旧两把密钥签名', en: 'A key change is not signed by both keys' },
  KEY_CHANGE_OTHER_LOG: { zh: '密钥更换属于另一日志', en: 'A key change is of another log' },
  KEY_CHANGE_OUT_OF_CHAIN: {
    zh: '密钥更换与当时的密钥不符',
    en: 'A key change replaces a key that was not in use',
  },
  KEY_CHANGE_NOT_LATER: { zh: '密钥更换不晚于前一次', en: 'A key change does not come after the one before' },
  KEY_CHANGE_REUSES_KEY: { zh: '更换后的密钥以前用过', en: 'A key change brings back an earlier key' },
  HEAD_OTHER_LOG: { zh: '树头属于另一日志', en: 'A head is of another log' },
  HEAD_KEY_UNKNOWN: { zh: '树头未由本日志的密钥签名', en: 'No key of this log signed a head' },
  HEAD_SIGNATURE_WRONG: { zh: '树头的签名不成立', en: 'The signature of a head does not hold' },
  HEAD_KEY_REPLACED: { zh: '树头由已停用的密钥签名', en: 'A head was signed by a key replaced before' },
  HEAD_KEY_TOO_EARLY: { zh: '树头由尚未启用的密钥签名', en: 'A head was signed by a key not yet in use' },
  HEAD_NOT_READABLE: { zh: '包外给出的树头无法读取', en: 'A head given from outside cannot be read' },
  OUTSIDE_HEAD_DIFFERS: {
    zh: '日志与包外的树头不一致：当时的日志后来被改写过',
    en: 'The log is not the one of a head kept outside: it was rewritten since',
  },
  OUTSIDE_HEAD_AHEAD: {
    zh: '包外的树头条数更多：日志末尾缺少条目',
    en: 'A head kept outside has more entries: some are missing at the end of the log',
  },
  HISTORY_UNREADABLE: { zh: '流程历史无法读取', en: 'A history cannot be read' },
  HISTORY_DIFFERS: {
    zh: '流程历史与清单所述不符',
    en: 'A history is not the one the manifest describes',
  },
  HISTORY_REF: {
    zh: '流程历史与日志所记的运行不符',
    en: 'A history is said to be another run than the log says',
  },
  HISTORY_NAMES_UNKNOWN: {
    zh: '流程历史提到的证据或结果不在记录中',
    en: 'A history speaks of evidence or a result that is not on record',
  },
  REPLAY_DIFFERS: {
    zh: '按产生它的程序重放，流程与历史不同',
    en: 'Replayed under the build that made it, a flow does something else than its history says',
  },
  REPLAY_TOO_LONG: { zh: '重放超过时限，已终止', en: 'A replay took too long and was ended' },
  CHECK_FAILED: {
    zh: '核验进程未能完成（超出时间或内存限制，或已崩溃）',
    en: 'The process that checks did not finish: it went over its limit of time or memory, or crashed',
  },
} as const satisfies Readonly<Record<string, LocalText>>;

export type VerifyCode = keyof typeof WORDS;

export function isVerifyCode(code: string): code is VerifyCode {
  return Object.hasOwn(WORDS, code);
}

export function verifyFinding(code: VerifyCode, where: AuditPlace, says = ''): AuditFinding {
  const { zh, en } = WORDS[code];
  return { code, where, zh: says === '' ? zh : `${zh}：${says}`, en: says === '' ? en : `${en}: ${says}` };
}
