import type { BoxAct } from '../../api/ballot-boxes.js';
import { texts } from '../../i18n/texts.js';

export const boxesTexts = texts(
  'survey-boxes',
  {
    title: '票箱钥匙与开箱',
    back: '回到居民测评',
    what: '钥匙怎么用',
    'what.seal': '居民的答案一到就加密，私钥不在任何服务器上：拆成几份，分别封给保管人。',
    'what.half':
      '一份什么也打不开。第一位保管人输入口令，只是把自己那份转交给其他人；第二位再输入，票箱才打开计票。',
    'what.who': '组织测评的人事专员至多一人保管，被考核的人不得保管；建议三人以上，忘记口令谁也帮不了。',
    holders: '保管人',
    none: '还没有人领取钥匙。至少两人领取后，各社区的测评才会开始。',
    one: '还差一人：至少两人领取后，各社区的测评才会开始。',
    holder: '保管人',
    taken: '领取时间',
    you: '您',
    take: '领取一把钥匙',
    takeHint: '自设口令，只在这里输入：不保存、不记录，也无法找回。建议用几个不相关的词。',
    passphrase: '口令',
    again: '再输入一次',
    missing: '请输入口令',
    differ: '两次输入不一样',
    doTake: '领取钥匙',
    takenNow: '已领取。请记牢口令，开箱时要用。',
    taking: '正在由口令算出钥匙，约需几秒……',
    boxes: '各社区的票箱',
    noBoxes: '还没有票箱。测评开始时自动生成，每个社区一个。',
    community: '社区',
    state: '进展',
    leaves: '封存信封',
    halves: '保管人动手',
    'half.done': '{{name}}：已转交',
    'half.waits': '{{name}}：未动手',
    destroyed: '已销毁',
    open: '开箱',
    openNone: '现在没有封好的票箱要您开启。',
    openFirst: '{{count}} 个票箱已封好。您若是第一位，只转交您的那一份；票箱由下一位保管人打开。',
    openSecond: '其中 {{count}} 个已有人动手：您输入口令后将当场打开并计票，不能撤销。',
    openOnly: '口令只在这一次请求里使用，不保存、不记录。连续输错会暂停。',
    doOpen: '开箱（做我的那一半）',
    opening: '正在开箱计票，票多时需要一会儿；关掉页面不影响。',
    acted: '刚才的结果',
    nothing: '没有封好的票箱，什么也没有做。',
  },
  {
    title: 'Keys and ballot boxes',
    back: 'Back to the surveys',
    what: 'How the keys work',
    'what.seal':
      'Answers are encrypted as they arrive. The private key is on no server: it is split, and each share is sealed to one holder.',
    'what.half':
      'One share opens nothing. The first holder’s passphrase only hands their share on to the others; the second one’s opens the box, and it is counted.',
    'what.who':
      'At most one of those who run surveys may hold a key, and nobody who is appraised. Three holders or more are wise: a forgotten passphrase cannot be recovered.',
    holders: 'Holders',
    none: 'Nobody holds a key yet. The surveys begin once two people do.',
    one: 'One more is needed: the surveys begin once two people hold keys.',
    holder: 'Holder',
    taken: 'Taken',
    you: 'you',
    take: 'Take a key',
    takeHint:
      'Choose a passphrase. It exists here only: it is not stored, not logged and cannot be recovered. Several unrelated words are best.',
    passphrase: 'Passphrase',
    again: 'Once more',
    missing: 'Enter a passphrase',
    differ: 'The two are not the same',
    doTake: 'Take a key',
    takenNow: 'You hold a key. Remember the passphrase: you need it to open the boxes.',
    taking: 'The key is made from the passphrase; this takes some seconds…',
    boxes: 'The boxes',
    noBoxes: 'No box yet. Each community’s is made when its survey opens.',
    community: 'Community',
    state: 'State',
    leaves: 'Envelopes',
    halves: 'Holders who acted',
    'half.done': '{{name}}: handed on',
    'half.waits': '{{name}}: not yet',
    destroyed: 'Destroyed',
    open: 'Open the boxes',
    openNone: 'No sealed box waits for you now.',
    openFirst:
      '{{count}} boxes are sealed. If you are the first, you only hand your share on; the next holder opens them.',
    openFirst_one:
      'One box is sealed. If you are the first, you only hand your share on; the next holder opens it.',
    openSecond:
      'Somebody acted on {{count}} of them already: your passphrase opens and counts these at once. This cannot be undone.',
    openSecond_one:
      'Somebody acted on one of them already: your passphrase opens and counts it at once. This cannot be undone.',
    openOnly:
      'The passphrase is used in this one request and is neither stored nor logged. Wrong ones in a row pause you.',
    doOpen: 'Do my half',
    opening: 'Opening and counting; with many ballots this takes a while. You may close the page.',
    acted: 'What was done',
    nothing: 'No box was sealed: nothing was done.',
  },
);

/** What became of one box. */
export const boxActTexts = texts<BoxAct['act']>(
  'survey-box-acts',
  {
    passed_on: '您的一份已转交，等另一位保管人开箱。',
    waiting_for_another: '您已做过，等另一位保管人开箱。',
    counted: '已打开并计票，等人事专员确认。',
    no_share: '这个票箱生成时您还没有钥匙，由其他保管人开启。',
  },
  {
    passed_on: 'Your share is handed on; another holder opens it.',
    waiting_for_another: 'You had done your half; another holder opens it.',
    counted: 'Opened and counted; an HR officer confirms it.',
    no_share: 'It was made before you took a key; other holders open it.',
  },
);
