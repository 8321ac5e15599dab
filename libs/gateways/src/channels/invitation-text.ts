import type { InvitationMessage } from '@kaoji/application';
import { civilDateOf } from '@kaoji/domain';

const ZONE = 'Asia/Shanghai';

/** The last civil day on which an answer counts, as people write it. */
export function closingDay(closesAt: number): { readonly zh: string; readonly en: string } {
  const date = civilDateOf(closesAt, ZONE);
  const [year, month, day] = date.split('-').map(Number);
  return { zh: `${year}年${month}月${day}日`, en: date };
}

/** A short message in Chinese, for gateways that take text and no template. */
export function shortText({ communityName, link, closesAt, round }: InvitationMessage): string {
  const again = round === 0 ? '' : '提醒：';
  const { zh } = closingDay(closesAt);
  return `${again}请您评价${communityName}的社区工作，匿名，约两三分钟，${zh}前有效：${link} 如已填写请忽略。`;
}

/** An e-mail in plain text, Chinese first: no picture, no tracking, nothing to load. */
export function mailText({ communityName, link, closesAt, round }: InvitationMessage): {
  readonly subject: string;
  readonly text: string;
} {
  const closing = closingDay(closesAt);
  const [again, reminder] = round === 0 ? ['', ''] : ['提醒：', 'Reminder: '];
  return {
    subject: `${again}${communityName}社区工作居民测评 / ${reminder}residents' survey`,
    text: [
      `${again}请您评价${communityName}的社区工作，约需两三分钟。`,
      '',
      link,
      '',
      `链接只能使用一次，${closing.zh}24时前有效，请勿转发。测评是匿名的：没有人能看到谁填了什么。`,
      '如已填写，请忽略本邮件；我们不知道您是否填写过。',
      '',
      `${reminder}Please rate the work of ${communityName}; it takes two or three minutes.`,
      'Open the link above. It works once, until the end of ' + `${closing.en}; please do not pass it on.`,
      'The survey is anonymous: nobody can see who answered what.',
      'If you have answered, ignore this message; we do not know whether you have.',
      '',
    ].join('\n'),
  };
}
