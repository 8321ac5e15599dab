import { texts } from '../../i18n/texts.js';

export const contestantTexts = texts(
  'contestant',
  {
    receiveTitle: '决定已经送达',
    receive: '确认收到后即可看到决定、理由和前后对比。可以申诉的期限自您确认之日起算。确认收到不等于同意。',
    doReceive: '确认收到并查看',
    appealTitle: '对决定不服',
    appeal:
      '可以在上面的期限内申诉，由没有办理过复核的人办理。申诉不会使结果变差；逾期不申诉，决定即为最后结果。',
    grounds: '申诉理由',
    groundsMissing: '请写明申诉理由',
    doAppeal: '提出申诉',
    withdrawTitle: '撤回申请',
    withdraw: '决定作出前可以撤回。撤回后结果照旧，冻结的处理事项恢复办理，不能再次申请。',
    doWithdraw: '撤回申请',
    reallyWithdraw: '确认撤回',
    keepIt: '不撤回',
  },
  {
    receiveTitle: 'The outcome has arrived',
    receive:
      'Confirm that you received it to read it, its reason, and the result before and after. The time to appeal begins when you do. Receiving is not agreeing.',
    doReceive: 'Confirm and read',
    appealTitle: 'If you disagree',
    appeal:
      'You may appeal within the time above; somebody who did not hear the review decides. An appeal never makes the result worse. Without one the outcome is final.',
    grounds: 'Grounds of the appeal',
    groundsMissing: 'Give the grounds of your appeal',
    doAppeal: 'Appeal',
    withdrawTitle: 'Take it back',
    withdraw:
      'You may take it back until it is decided. The result then stands, consequences that were frozen go on, and you cannot ask again.',
    doWithdraw: 'Take it back',
    reallyWithdraw: 'Really take it back',
    keepIt: 'Keep it',
  },
);
