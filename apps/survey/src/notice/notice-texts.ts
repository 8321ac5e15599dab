import type { Language } from '../pages/language.js';

/** Every word of a public notice and its objection form. */
export type NoticeTexts = {
  readonly name: string;
  readonly title: (unit: string, year: number, grades: string) => string;
  readonly rehearsal: string;
  readonly intro: (workingDays: number, grades: string) => string;
  readonly between: string;
  readonly period: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly names: string;
  readonly proposed: (grade: string) => string;
  readonly surveys: string;
  readonly surveysHint: string;
  readonly survey: (issued: number, received: number, valid: number) => string;
  readonly satisfied: (count: number, answered: number, rate: string, low: string, high: string) => string;
  readonly tooFew: string;
  readonly chart: (community: string) => string;
  readonly root: string;
  readonly countHash: string;
  readonly objectTitle: string;
  readonly objectIntro: (anonymous: boolean) => readonly string[];
  readonly about: string;
  readonly aboutList: string;
  readonly text: string;
  readonly textHint: (most: number) => string;
  readonly yourName: string;
  readonly nameHint: (anonymous: boolean) => string;
  readonly contact: string;
  readonly contactHint: string;
  readonly optional: string;
  readonly required: string;
  readonly submit: string;
  readonly inPerson: string;
  readonly codeTitle: string;
  readonly codeHint: string;
  readonly logTitle: string;
  readonly logHint: (entries: number) => string;
  readonly errorTitle: string;
  readonly notTaken: string;
  readonly missingText: string;
  readonly missingName: string;
  readonly tooLong: (most: number) => string;
  readonly notShown: string;
  readonly received: { readonly title: string; readonly lines: readonly string[]; readonly number: string };
  readonly over: { readonly title: string; readonly lines: readonly string[] };
  readonly unknown: { readonly title: string; readonly lines: readonly string[] };
  readonly back: string;
};

const zh: NoticeTexts = {
  name: '公示',
  title: (unit, year, grades) => `${unit}${year}年度考核拟定${grades}等次公示`,
  rehearsal: '演练：本公示不产生任何效力。',
  intro: (days, grades) => `经集体研究，以下人员拟定为${grades}等次，现公示${days}个工作日，接受监督。`,
  between: '、',
  period: '公示期',
  fromTo: (from, to) => `${from}至${to}（北京时间）`,
  names: '拟定人员',
  proposed: (grade) => `拟定等次：${grade}`,
  surveys: '居民测评',
  surveysHint: '只公布整体数字，不公布任何一人的答卷。',
  survey: (issued, received, valid) => `发放${issued}份，收回${received}份，有效${valid}份。`,
  satisfied: (count, answered, rate, low, high) =>
    `${answered}人作答，${count}人满意，占${rate}（95%置信区间${low}至${high}）`,
  tooFew: '作答人数太少，不予公布',
  chart: (community) => `${community}居民测评图`,
  root: '封存值（收到回执码的居民可据此核对）',
  countHash: '计票结果摘要',
  objectTitle: '提出异议',
  objectIntro: (anonymous) => [
    anonymous ? '如有异议，可在公示期内提出，可以署名，也可以匿名。' : '如有异议，可在公示期内署名提出。',
    '内容加密保存，只有负责答复的工作人员能看到；被公示人看不到是谁提出的。每件异议都由专人答复后，名单才能确定。',
  ],
  about: '针对谁',
  aboutList: '整个名单或名额',
  text: '异议内容',
  textHint: (most) => `请写明事实和依据，不超过${most}字。`,
  yourName: '您的姓名',
  nameHint: (anonymous) => (anonymous ? '不填即为匿名。署名的便于核实和答复。' : '须署名。'),
  contact: '联系方式',
  contactHint: '电话或地址，用于核实和答复。',
  optional: '可不填',
  required: '必填',
  submit: '提交异议',
  inPerson: '也可以到本单位当面提出，由工作人员登记。',
  codeTitle: '张贴与转发',
  codeHint: '扫码打开本页。公示期满后本页不再显示姓名。',
  logTitle: '审计日志树根',
  logHint: (entries) => `此前${entries}条记录都在这个树根之下；请抄存，事后凭它可查出记录是否被改动。`,
  errorTitle: '还没有提交，请先改正：',
  notTaken: '现在没能提交。您写的内容保留在下面，请稍后再点“提交异议”。',
  missingText: '请写明异议内容',
  missingName: '请填写姓名',
  tooLong: (most) => `太长了，请不超过${most}字`,
  notShown: '请从列出的人员中选择',
  received: {
    title: '异议已收到',
    lines: ['内容已加密保存，将由专人核实并答复。', '名单在所有异议答复之前不会确定。'],
    number: '受理编号',
  },
  over: {
    title: '公示期已结束',
    lines: [
      '本次公示已经结束，不再显示名单，也不再受理异议。',
      '公示期内提出的异议会逐件答复。其他意见请向本单位反映。',
    ],
  },
  unknown: {
    title: '没有找到这份公示',
    lines: ['链接可能不完整，或者有字打错了。', '请对照张贴的公示重新输入，或者再扫一次二维码。'],
  },
  back: '返回公示',
};

const en: NoticeTexts = {
  name: 'Public notice',
  title: (unit, year, grades) => `${unit}: proposed “${grades}” for ${year}`,
  rehearsal: 'A rehearsal: this notice has no effect.',
  intro: (days, grades) =>
    `After collective deliberation these people are proposed for the grade “${grades}”. They are shown for ${days} working days.`,
  between: ', ',
  period: 'Shown',
  fromTo: (from, to) => `${from} to ${to} (China time)`,
  names: 'Proposed',
  proposed: (grade) => `Proposed grade: ${grade}`,
  surveys: 'Residents’ survey',
  surveysHint: 'Only totals are published, nobody’s own answers.',
  survey: (issued, received, valid) => `${issued} links given out, ${received} answers, ${valid} valid.`,
  satisfied: (count, answered, rate, low, high) =>
    `${count} of ${answered} satisfied, ${rate} (95 % interval ${low} to ${high})`,
  tooFew: 'too few answers to show',
  chart: (community) => `Picture of the survey, ${community}`,
  root: 'Seal over all answers (receipts are checked against it)',
  countHash: 'Digest of the count',
  objectTitle: 'Object',
  objectIntro: (anonymous) => [
    anonymous
      ? 'You may object as long as the notice is shown, with or without your name.'
      : 'You may object as long as the notice is shown, with your name.',
    'What you write is encrypted and read only by the staff who answer; those shown here are not told who objected. The list becomes final only after a named person has answered every objection.',
  ],
  about: 'About whom',
  aboutList: 'The list as a whole, or the number of places',
  text: 'Your objection',
  textHint: (most) => `Say what happened and how you know, in at most ${most} characters.`,
  yourName: 'Your name',
  nameHint: (anonymous) =>
    anonymous ? 'Leave it empty to stay anonymous. With a name you can be asked and answered.' : 'Needed.',
  contact: 'How to reach you',
  contactHint: 'Phone or address, to check and to answer.',
  optional: 'optional',
  required: 'required',
  submit: 'Send the objection',
  inPerson: 'You may also object in person at the office; staff will record it.',
  codeTitle: 'To post and pass on',
  codeHint: 'Scan to open this page. Once the period is over it shows no names.',
  logTitle: 'Root of the audit log',
  logHint: (entries) =>
    `All ${entries} records until then lie under this root. Keep it: with it anybody can tell later whether one was changed.`,
  errorTitle: 'Not sent yet. Please correct this first:',
  notTaken:
    'It could not be sent now. What you wrote is kept below; press “Send the objection” again in a moment.',
  missingText: 'Say what you object to, please',
  missingName: 'Give your name, please',
  tooLong: (most) => `Too long: at most ${most} characters`,
  notShown: 'Choose one of the people listed',
  received: {
    title: 'Your objection has been received',
    lines: [
      'It is encrypted. A named person will look into it and answer.',
      'The list will not be final before every objection is answered.',
    ],
    number: 'Number',
  },
  over: {
    title: 'This notice is over',
    lines: [
      'Its period has passed: it shows no names and takes no objections any more.',
      'Objections made in time will each be answered. For anything else please turn to the office.',
    ],
  },
  unknown: {
    title: 'We could not find this notice',
    lines: [
      'The link may be incomplete or mistyped.',
      'Please type it again as it stands on the posted notice, or scan the QR code once more.',
    ],
  },
  back: 'Back to the notice',
};

export const NOTICE_TEXTS: Readonly<Record<Language, NoticeTexts>> = { zh, en };
