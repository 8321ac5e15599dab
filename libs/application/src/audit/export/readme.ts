import type { BundleMaterial, BundleScope } from './bundle-material.js';

/** The README of a bundle, for the person who opens it in ten years. Says nothing that is not in the manifest. */
export function bundleReadme(
  material: Pick<BundleMaterial, 'cycle' | 'head' | 'origin'>,
  scope: BundleScope,
): string {
  const { cycle, head, origin } = material;
  const facts = { key: cycle.key, origin, size: head.size, root: head.root };
  return [...chinese(facts, scope), '', '-----', '', ...english(facts, scope), ''].join('\n');
}

type Facts = { readonly key: string; readonly origin: string; readonly size: number; readonly root: string };

function chinese({ key, origin, size, root }: Facts, scope: BundleScope): readonly string[] {
  const whole = scope.kind === 'whole';
  return [
    '考绩 Kaoji 审计包',
    '',
    whole
      ? `本文件是考核周期 ${key} 的全部证据：流程历史、产生历史的程序、细则、日历、封存的证据、结果、每一项决定，以及把它们连在一起的日志。`
      : `本文件是考核周期 ${key} 中一次考核（${scope.appraisal}）的证据，交给被考核人本人。他人的内容不在其中；日志证明本包各条与整个周期同在一个树根之下。`,
    `日志 ${origin}，共 ${size} 条，树根 ${root}。公示与每个人的书面结果上印的应是同一树根（或较早的，条数较少）。`,
    '',
    '一、核验',
    '  需要：Node.js 20 或更高版本，不需要网络。',
    '    kaoji audit verify 本文件',
    '  没有安装考绩的，用随项目发布的单一文件：node kaoji-verify.mjs 本文件',
    '  印在公示或见证文件上的树头：--heads 文件；管理机关的公钥：--keys 文件。',
    '  退出码 0 已证明，1 有差异，2 无法读取。',
    '',
    '二、各文件',
    '  manifest.json          清单：其他每个文件的长度与哈希（规范 JSON，RFC 8785）',
    whole
      ? '  log.jsonl              日志，一行一条：类别、编号、内容的哈希'
      : '  inclusion.jsonl        本包各条在日志中的位置与包含证明',
    '  heads/*.note           签名的树头（C2SP checkpoint）；keys/*.vkey 公钥；timestamps/ 时间戳（RFC 3161）',
    '  rulebook.json          细则；calendar.json 工作日历；questionnaire*.json 问卷',
    whole
      ? '  evidence.jsonl         封存的证据（每人每轮一行，unit/… 为单位的条件）'
      : '  evidence.jsonl         单位的条件；本人的封存证据含不记名评分，只列哈希',
    '  result.jsonl           评定（evaluation）、名额表（quota）、书面结果（written）、送达（delivery）、签字、记录在案',
    '  decision.jsonl         周期、审定、结果运用、复核、评委、改进计划等逐项决定；act.jsonl 逐级审核的每一步',
    '  histories/*.pb.gz      流程历史：gzip 压缩的 protobuf（temporal.api.history.v1.History）',
    '  builds/*/              产生这些历史的程序、package-lock.json、重新安装其 SDK 的办法 recipe.txt',
    '  *.jsonl 每行为 {"leaf":日志序号,"ref":编号,"value":存储的内容}；编号不含姓名。',
    '',
    '三、没有考绩时如何核验',
    '  1. 清单中每个文件：哈希 = SHA-256（intl）或 SM3（sm），见 manifest.json 的 suite。',
    '  2. 每一行：哈希 = H(value 的规范 JSON)，应等于日志该序号的 hash；整个文件：哈希 = H(文件)。',
    '  3. 日志每条的叶 = {"hash","kind","ref","suite","v":1} 的规范 JSON；叶哈希 = H(0x00‖叶)，节点 = H(0x01‖左‖右)（RFC 6962）。',
    '  4. 算出的树根应与 heads/ 中的树头、公示上印的树根一致；树头的签名用 keys/ 中的公钥，公钥是否真实须从包外得知。',
    '  5. 按 builds/ 中的 recipe.txt 安装，逐一重放 histories/。',
    '',
    '四、本包不能说明的',
    '  证据在封存之前是否真实；包内公钥是谁的；日志之外发生的事。个人文字按人加密，密钥不在包中。',
  ];
}

function english({ key, origin, size, root }: Facts, scope: BundleScope): readonly string[] {
  const whole = scope.kind === 'whole';
  return [
    'Kaoji audit bundle',
    '',
    whole
      ? `This file is all the evidence of the appraisal cycle ${key}: the histories of its flows, the programs that made them, the rulebook, the calendar, the sealed evidence, the results, every decision, and the log that ties them together.`
      : `This file is the evidence of one appraisal (${scope.appraisal}) of the cycle ${key}, for the person it is about. What is about others is not in it; the log proves that what is here lies under the same root as the whole cycle.`,
    `The log is ${origin}, ${size} entries, root ${root}. The public notice and everybody's written result show the same root, or an earlier one of fewer entries.`,
    '',
    '1. Verifying',
    '  You need Node.js 20 or later, and no network.',
    '    kaoji audit verify THIS-FILE',
    '  Without Kaoji installed, the one file the project publishes: node kaoji-verify.mjs THIS-FILE',
    '  Heads printed in notices or kept in witness files: --heads FILE; the public key of the office: --keys FILE.',
    '  Exit code 0: proved; 1: something differs; 2: cannot be read.',
    '',
    '2. The files',
    '  manifest.json          every other file by length and hash (canonical JSON, RFC 8785)',
    whole
      ? '  log.jsonl              the log, one entry a line: kind, id, hash of the content'
      : '  inclusion.jsonl        where in the log what is here stands, with inclusion proofs',
    '  heads/*.note           signed tree heads (C2SP checkpoint); keys/*.vkey public keys; timestamps/ (RFC 3161)',
    '  rulebook.json          the rules; calendar.json working days; questionnaire*.json',
    whole
      ? '  evidence.jsonl         sealed evidence, a line per person and round; unit/… what was told of a unit'
      : '  evidence.jsonl         what was told of the unit; your own sealed evidence holds blind marks and is here by its hash',
    '  result.jsonl           evaluations, quota sheets, written results, deliveries, signatures, what was recorded',
    '  decision.jsonl         the cycle, lists decided, consequences, contests, panels, plans; act.jsonl every act on a list',
    '  histories/*.pb.gz      histories of flows: gzip of protobuf (temporal.api.history.v1.History)',
    '  builds/*/              the program that made them, its package-lock.json, and recipe.txt: how to install its SDK again',
    '  Each line of *.jsonl is {"leaf":place in the log,"ref":id,"value":as stored}; ids are no names.',
    '',
    '3. Verifying without Kaoji',
    '  1. Every file of the manifest: its hash is SHA-256 (suite intl) or SM3 (suite sm).',
    '  2. Every line: H(canonical JSON of value) is the hash of its leaf in the log; of a file, H(file).',
    '  3. A leaf is the canonical JSON of {"hash","kind","ref","suite","v":1}; leaf hash H(0x00‖leaf), node H(0x01‖left‖right) (RFC 6962).',
    '  4. The root they give is that of the heads and of what was printed; the key in keys/ signed the heads, and whose it is you must know from elsewhere.',
    '  5. Install what builds/*/recipe.txt says and replay each of histories/.',
    '',
    '4. What it cannot tell',
    '  Whether evidence was true before it was sealed; whose the public keys in here are; what happened outside the log. Texts about people are encrypted to each person, and the keys are not in here.',
  ];
}
