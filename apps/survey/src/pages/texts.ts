import type { Language } from './language.js';

/** Why a resident sees no questionnaire. */
export type NoticeKind =
  | 'thanks'
  | 'used'
  | 'expired'
  | 'revoked'
  | 'unknown'
  | 'not_open'
  | 'closed'
  | 'not_a_form'
  | 'too_large'
  | 'fault'
  | 'not_saved';

/** What happened, then what to do. */
export type Notice = { readonly title: string; readonly lines: readonly string[] };

/** Every word residents read. Both languages are complete: the type sees to it. */
export type Texts = {
  readonly surveyName: string;
  readonly heading: (community: string, year: number) => string;
  readonly intro: (questions: number) => string;
  readonly privacy: string;
  readonly closes: (when: string) => string;
  readonly required: string;
  readonly overall: string;
  readonly people: string;
  readonly peopleHint: string;
  readonly comment: string;
  readonly commentHint: (most: number) => string;
  readonly submit: string;
  readonly once: string;
  readonly scale: readonly { readonly value: string; readonly label: string }[];
  readonly dontKnow: string;
  readonly errorTitle: string;
  readonly overallMissing: string;
  readonly outOfScale: (what: string) => string;
  readonly commentTooLong: (most: number) => string;
  readonly opensAt: (when: string) => string;
  readonly retry: string;
  readonly code: (code: string) => string;
  readonly betweenPosts: string;
  readonly notices: Readonly<Record<NoticeKind, Notice>>;
};

const zh: Texts = {
  surveyName: '居民满意度调查',
  heading: (community, year) => `${community}居民满意度调查（${year}年）`,
  intro: (questions) => `共 ${questions} 题，大约一分钟。`,
  privacy: '不用登录，不问姓名和电话。系统不记录您的网络地址和填写时刻，只记日期。',
  closes: (when) => `截止时间：${when}`,
  required: '必答',
  overall: '您对本社区的服务总体满意吗？',
  people: '您对下面的社区工作者满意吗？',
  peopleHint: '只评您了解的人，不了解的可以跳过。',
  comment: '还有什么想说的？',
  commentHint: (most) => `选填，最多 ${most} 字。请不要写姓名、电话、门牌号。`,
  submit: '提交',
  once: '每个链接只能提交一次，提交后不能修改。',
  scale: [
    { value: '5', label: '很满意' },
    { value: '4', label: '满意' },
    { value: '3', label: '一般' },
    { value: '2', label: '不满意' },
    { value: '1', label: '很不满意' },
  ],
  dontKnow: '不了解',
  errorTitle: '还没有提交，请先改一下：',
  overallMissing: '请选择您对社区服务的总体满意程度',
  outOfScale: (what) => `请在列出的选项中选一个：${what}`,
  commentTooLong: (most) => `留言太长，请缩短到 ${most} 字以内`,
  opensAt: (when) => `开始时间：${when}`,
  retry: '再提交一次',
  code: (code) => `代码：${code}`,
  betweenPosts: '、',
  notices: {
    thanks: { title: '谢谢您！', lines: ['您的回答已经收到。', '现在可以关闭这个页面了。'] },
    used: {
      title: '这个链接已经用过了',
      lines: [
        '用这个链接提交的回答已经收到，会照常计入。',
        '每个链接只能提交一次。如果不是您本人填写的，请联系社区居委会。',
      ],
    },
    expired: {
      title: '这个链接已经过期',
      lines: ['现在不能再用它填写。', '如果还想参加，请向社区居委会要一个新的链接。'],
    },
    revoked: {
      title: '这个链接已经作废',
      lines: ['发出链接的单位已经把它收回。', '如果还想参加，请向社区居委会要一个新的链接。'],
    },
    unknown: {
      title: '没有找到这份问卷',
      lines: ['链接可能不完整，或者有字打错了。', '请重新点开短信、微信里的链接，或者再扫一次二维码。'],
    },
    not_open: { title: '调查还没有开始', lines: ['请保留这个链接，到时候再打开。'] },
    closed: {
      title: '调查已经结束',
      lines: ['现在不再接收回答，谢谢您的关心。', '有意见和建议，请直接联系社区居委会。'],
    },
    not_a_form: {
      title: '没有收到您的回答',
      lines: ['请重新打开链接，在页面上填写后按“提交”。'],
    },
    too_large: {
      title: '没有收到您的回答',
      lines: ['内容太长了。请重新打开链接，把留言写短一些再提交。'],
    },
    fault: {
      title: '系统暂时出了问题',
      lines: ['这不是您的问题。', '请过几分钟再打开链接，链接仍然有效。'],
    },
    not_saved: {
      title: '还没有提交成功',
      lines: ['系统暂时出了问题，这不是您的问题。', '您填写的内容还在这里，请过一会儿再提交一次。'],
    },
  },
};

const en: Texts = {
  surveyName: 'Residents’ survey',
  heading: (community, year) => `Residents’ survey of ${community} (${year})`,
  intro: (questions) =>
    questions === 1 ? '1 question, less than a minute.' : `${questions} questions, about a minute.`,
  privacy:
    'No login. We do not ask for your name or phone. The system records the date, but neither your network address nor the time.',
  closes: (when) => `Open until ${when} (China time)`,
  required: 'required',
  overall: 'Overall, how satisfied are you with the services of this community?',
  people: 'How satisfied are you with these community workers?',
  peopleHint: 'Rate only the people you know something about; skip the others.',
  comment: 'Anything else you would like to say?',
  commentHint: (most) =>
    `Optional, at most ${most} characters. Please leave out names, phone numbers and house numbers.`,
  submit: 'Submit',
  once: 'Each link can be used once. An answer cannot be changed afterwards.',
  scale: [
    { value: '5', label: 'Very satisfied' },
    { value: '4', label: 'Satisfied' },
    { value: '3', label: 'Neutral' },
    { value: '2', label: 'Dissatisfied' },
    { value: '1', label: 'Very dissatisfied' },
  ],
  dontKnow: 'Don’t know',
  errorTitle: 'Not submitted yet. Please correct this first:',
  overallMissing: 'Choose how satisfied you are with the community’s services overall',
  outOfScale: (what) => `Choose one of the listed options: ${what}`,
  commentTooLong: (most) => `The comment is too long. Shorten it to ${most} characters`,
  opensAt: (when) => `It opens on ${when} (China time)`,
  retry: 'Submit again',
  code: (code) => `Code: ${code}`,
  betweenPosts: ', ',
  notices: {
    thanks: {
      title: 'Thank you!',
      lines: ['Your answer has been received.', 'You can close this page now.'],
    },
    used: {
      title: 'This link has been used',
      lines: [
        'The answer given with this link has been received and counts as usual.',
        'Each link can be used once. If somebody else used yours, please contact your residents’ committee.',
      ],
    },
    expired: {
      title: 'This link has expired',
      lines: [
        'It can no longer be used.',
        'If you would still like to take part, ask your residents’ committee for a new link.',
      ],
    },
    revoked: {
      title: 'This link has been withdrawn',
      lines: [
        'The office that sent it has taken it back.',
        'If you would still like to take part, ask your residents’ committee for a new link.',
      ],
    },
    unknown: {
      title: 'We could not find this survey',
      lines: [
        'The link may be incomplete or mistyped.',
        'Please open the link in your message again, or scan the QR code once more.',
      ],
    },
    not_open: { title: 'The survey has not opened yet', lines: ['Keep this link and open it again then.'] },
    closed: {
      title: 'The survey has closed',
      lines: [
        'Answers are no longer accepted. Thank you for your interest.',
        'For comments and suggestions, please contact your residents’ committee.',
      ],
    },
    not_a_form: {
      title: 'Your answer did not arrive',
      lines: ['Please open the link again, fill in the page and press “Submit”.'],
    },
    too_large: {
      title: 'Your answer did not arrive',
      lines: ['It was too long. Please open the link again and write a shorter comment.'],
    },
    fault: {
      title: 'Something went wrong on our side',
      lines: ['You did nothing wrong.', 'Please open the link again in a few minutes; it still works.'],
    },
    not_saved: {
      title: 'Not submitted yet',
      lines: [
        'Something went wrong on our side; you did nothing wrong.',
        'What you filled in is kept here. Please submit it again in a moment.',
      ],
    },
  },
};

export const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };
