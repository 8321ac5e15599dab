import type { AuditFinding, AuditPlace } from '@kaoji/domain';
import { inLanguage, speaker, type Language } from '../../terminal/language.js';
import type { Verified } from './verified.js';

const SHOWN_ENTRIES = 3;

/** What a verification came to, in plain words: the verdict, the first difference or all, what was and was not checked. */
export function verifiedText(
  verified: Verified,
  { all, language }: { readonly all: boolean; readonly language: Language },
): string {
  const say = speaker(language);
  const { findings } = verified;
  const shown = all ? findings : findings.slice(0, 1);
  const more = findings.length - shown.length;
  return [
    ...headLines(verified, language),
    '',
    verdictLine(verified, language),
    ...shown.flatMap((one) => findingLines(one, language)),
    ...(more > 0
      ? [say(`  另有 ${more} 处不同：用 --all 全部列出`, `  and ${more} more: --all lists them`)]
      : []),
    ...checkedLines(verified, language),
    ...openLines(verified, language),
  ].join('\n');
}

function headLines({ cycle, appraisal, log, bundleHash }: Verified, language: Language): readonly string[] {
  const say = speaker(language);
  if (cycle === null || log === null) return [];
  return [
    appraisal === null
      ? say(`审计包：考核周期 ${cycle.key}`, `Audit bundle of the cycle ${cycle.key}`)
      : say(
          `审计包：考核周期 ${cycle.key} 中的一次考核 ${appraisal}`,
          `Audit bundle of one appraisal, ${appraisal}, of the cycle ${cycle.key}`,
        ),
    say(`日志 ${log.origin}，${log.size} 条`, `log ${log.origin}, ${log.size} entries`),
    say(`树根 ${log.root}`, `root ${log.root}`),
    say(`包的哈希 ${bundleHash ?? ''}`, `hash of the bundle ${bundleHash ?? ''}`),
  ];
}

function verdictLine({ verdict, findings }: Verified, language: Language): string {
  const say = speaker(language);
  switch (verdict) {
    case 'proved':
      return say('已证明：凡可核验的，均无不同。', 'Proved: everything that could be checked holds.');
    case 'differs':
      return say(
        `有差异：${findings.length} 处。最先的一处：`,
        `It differs in ${findings.length} place(s). First:`,
      );
    case 'unreadable':
      return say('无法读取：', 'It cannot be read:');
  }
}

function findingLines(one: AuditFinding, language: Language): readonly string[] {
  const say = speaker(language);
  const clause = one.clause === undefined ? [] : [say(`    依据 ${one.clause}`, `    by ${one.clause}`)];
  return [`✗ ${inLanguage(one, language)}  [${one.code}]`, ...placeLine(one.where, language), ...clause];
}

function placeLine({ entry, line, leaf, offset }: AuditPlace, language: Language): readonly string[] {
  const say = speaker(language);
  const parts = [
    ...(entry === undefined ? [] : [entry]),
    ...(line === undefined ? [] : [say(`第 ${line} 行`, `line ${line}`)]),
    ...(leaf === undefined ? [] : [say(`日志第 ${leaf} 条`, `leaf ${leaf}`)]),
    ...(offset === undefined ? [] : [say(`第 ${offset} 字节`, `byte ${offset}`)]),
  ];
  return parts.length === 0 ? [] : [say(`    位于 ${parts.join('，')}`, `    in ${parts.join(', ')}`)];
}

function checkedLines(
  { checked, signer, heads, sandbox, verdict }: Verified,
  language: Language,
): readonly string[] {
  if (verdict === 'unreadable') return [];
  const say = speaker(language);
  const { entries, leaves, histories, events, lists, people, deadlines } = checked;
  const network =
    sandbox.network === 'namespace'
      ? say('无网络', 'no network')
      : say('网络接口已停用', 'network calls disabled');
  const files =
    sandbox.files === 'permission'
      ? say('不能读写文件', 'no files')
      : say('未限制文件', 'files not restricted');
  return [
    '',
    say('核验了：', 'Checked:'),
    say(
      `  ${entries} 个文件的哈希，${leaves} 条日志与树根`,
      `  hashes of ${entries} entries, ${leaves} entries of the log and its root`,
    ),
    say(
      `  ${heads.inside} 个树头的签名，${heads.outside} 个包外的树头`,
      `  signatures of ${heads.inside} heads, ${heads.outside} heads from outside`,
    ),
    ...(signer === null
      ? []
      : [
          say(
            `  签名者 ${signer.name}（${signer.keyId}）${signer.proven ? '，公钥与包外给出的一致' : '，公钥出自包内'}`,
            `  signed by ${signer.name} (${signer.keyId})${signer.proven ? ', a key given from outside' : ', a key from the bundle itself'}`,
          ),
        ]),
    say(`  重放 ${histories} 次运行，${events} 个事件`, `  ${histories} runs replayed, ${events} events`),
    say(
      `  重新评定 ${lists} 份名单、${people} 个结果，核对 ${deadlines} 个期限`,
      `  ${lists} lists evaluated again, ${people} results, ${deadlines} deadlines by the calendar`,
    ),
    say(
      `  在单独的进程中：${files}，${network}，${sandbox.memoryMb} MB，${sandbox.seconds} 秒无响应即终止`,
      `  in a process of its own: ${files}, ${network}, ${sandbox.memoryMb} MB, ended when silent for ${sandbox.seconds} s`,
    ),
  ];
}

function openLines({ notChecked }: Verified, language: Language): readonly string[] {
  if (notChecked.length === 0) return [];
  const say = speaker(language);
  return [
    '',
    say('没有核验：', 'Not checked:'),
    ...notChecked.map((one) => {
      const names = one.entries.slice(0, SHOWN_ENTRIES).join(', ');
      const rest = one.entries.length > SHOWN_ENTRIES ? say(' 等', ', …') : '';
      const count = one.count > 0 ? say(`（${one.count} 项）`, ` (${one.count})`) : '';
      return `  ○ ${inLanguage(one, language)}${count}${names === '' ? '' : `: ${names}${rest}`}`;
    }),
  ];
}
