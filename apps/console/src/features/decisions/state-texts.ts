import type { Gate } from '../../api/decisions.js';
import { texts } from '../../i18n/texts.js';

/** Where a consequence stands. */
export const stateTexts = texts<Gate['state']>(
  'consequence-states',
  { proposed: '待决定', confirmed: '已确认', frozen: '复核期间暂停', refused: '不予办理' },
  { proposed: 'To be decided', confirmed: 'Confirmed', frozen: 'Paused by a review', refused: 'Refused' },
);
