import type { Texts } from './wording.js';

/** About ten seconds a question; two or three minutes is what slips and messages promise. */
function duration(questions: number): string {
  const minutes = Math.max(1, Math.round(questions / 6));
  return minutes === 2 || minutes === 3 ? '约两三分钟' : `约 ${minutes} 分钟`;
}

export const zh: Texts = {
  surveyName: '居民满意度调查',
  place: (community, year) => `${community} · ${year}年`,
  intro: (questions) => `共 ${questions} 题，${duration(questions)}。`,
  privacy:
    '不用登录，不问姓名和电话。您的回答一送到就加密。系统不记您的网络地址，也不记您几点填的，只记日期。',
  closes: (when) => `截止时间：${when}`,
  assisted: '工作人员代填',
  assistedHint: '请照居民说的选，不要替居民作主。这份回答会标明是代填的。',
  required: '必答',
  people: '您对下面的社区工作者满意吗？',
  peopleHint: '只评您了解的人，不了解的可以跳过。',
  dontKnow: '不了解',
  cannotTell: '不清楚',
  chooseAny: '可以选几项。',
  chooseAtMost: (most) => `最多选 ${most} 项。`,
  commentLimit: (most) => `最多 ${most} 字。`,
  submit: '提交',
  once: '每个链接只能提交一次，提交后不能修改。',
  step: (step, steps) => `第 ${step} 步，共 ${steps} 步`,
  screen: (screen) => `第 ${screen} 步`,
  next: '下一步',
  back: '上一步',
  review: '请核对您的回答',
  reviewHint: '还没有提交。没有问题就按“提交”，要改就按“修改”。',
  change: (screen) => `修改第 ${screen} 步`,
  notAnswered: '没有填',
  errorTitle: '还没有提交，请先改一下：',
  answerMissing: '这一题必须选一项',
  answerNotOffered: '请在列出的选项中选一项',
  answersTooMany: (most) => `选多了，最多选 ${most} 项`,
  commentTooLong: (most) => `留言太长，请缩短到 ${most} 字以内`,
  opensAt: (when) => `开始时间：${when}`,
  retry: '再提交一次',
  goOn: '再试一次',
  code: (code) => `代码：${code}`,
  betweenPosts: '、',
  colon: '：',
  space: '',
  thanks: {
    title: '谢谢您！',
    lines: ['您的回答已经收到，已经加密。', '现在可以关闭这个页面了。'],
    receiptTitle: '您的回执码',
    receiptLines: [
      '想查自己的回答有没有算进去，请把它抄下来，或者截一张图。不想查就不用管它。',
      '调查结束以后，打开“查回执”页面，输入回执码就能查到。',
      '回执码只能查到“在不在里面”，查不出您答了什么。',
    ],
  },
  receipt: {
    title: '查回执',
    intro: '输入提交以后看到的回执码，查您的回答有没有算进去。这里查不出您答了什么。',
    label: '回执码',
    hint: '一共 17 个字母和数字。大小写都行，横线可以不写。',
    check: '查一查',
    unreadable: '回执码不对，可能抄错了字。请照抄下来的再输一次。',
    notPublished: {
      title: '还查不到这个回执码',
      lines: [
        '如果调查还没有结束，请等结果公布以后再来查。',
        '如果结果已经公布，请带着回执码去问社区居委会。',
      ],
    },
    counted: '您的回答在里面',
    among: (campaign, envelopes) => `${campaign}：一共封存 ${envelopes} 份回答，您的是其中一份。`,
    campaign: (id, closedAt) => (closedAt === null ? `调查 ${id}` : `调查 ${id}（${closedAt} 截止）`),
    saysNothing: '这只说明您的回答在里面，看不出您答了什么。',
    proofTitle: '自己核对',
    rootHint: '这串字是全部回答的“封条”。它应当和公告上的一样；有一份被换掉或者拿掉，它就会变。',
    download: '下载证明（JSON）',
    proofHint:
      '证明按 RFC 6962 的办法，把您的这一份和“封条”连起来。文件里写着怎样核对，可以请懂电脑的人帮忙。',
    another: '查另一个回执码',
  },
  notices: {
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
    too_many: {
      title: '请等一会儿再试',
      lines: ['这个网络上试的次数太多了。', '请过几分钟再打开。您的链接没有问题的话，仍然有效。'],
    },
    busy: {
      title: '现在填写的人太多',
      lines: ['请过一会儿再打开链接，链接仍然有效。'],
    },
    busy_unread: {
      title: '还没有提交成功',
      lines: [
        '现在填写的人太多，您的答卷没有收到。',
        '请等半分钟，再刷新（重新加载）本页。浏览器问要不要重新提交时，请选“继续”：您填的内容会再发一次。',
        '如果不能刷新，请再打开链接重新填写，链接仍然有效。',
      ],
    },
    fault: {
      title: '系统暂时出了问题',
      lines: ['这不是您的问题。', '请过几分钟再打开链接，链接仍然有效。'],
    },
    not_saved: {
      title: '还没有提交成功',
      lines: ['系统暂时出了问题，这不是您的问题。', '您填写的内容还在这里，请过一会儿再提交一次。'],
    },
    busy_not_saved: {
      title: '还没有提交成功',
      lines: ['现在填写的人太多。', '您填写的内容还在这里，请过一会儿再提交一次。'],
    },
    too_many_not_saved: {
      title: '还没有提交成功',
      lines: ['这个链接或者这个网络上试的次数太多了。', '您填写的内容还在这里，请等一分钟再提交一次。'],
    },
  },
};
