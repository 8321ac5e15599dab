import { hasRole, type Account, type Role } from '../api/accounts.js';
import type { appTexts } from './texts.js';

type MenuEntry = {
  readonly to:
    '/' | '/inbox' | '/appraisals' | '/cycles' | '/operation' | '/calibration' | '/deputies' | '/audit';
  readonly label: Extract<keyof (typeof appTexts)['zh'], `menu.${string}`>;
  /** Whose work it is; absent: everybody's. */
  readonly roles?: readonly Role[];
};

/** What the main menu leads to, in order. A feature with a screen of its own adds a line. */
const MENU: readonly MenuEntry[] = [
  { to: '/', label: 'menu.home' },
  { to: '/inbox', label: 'menu.inbox' },
  { to: '/appraisals', label: 'menu.appraisals', roles: ['appraisee'] },
  { to: '/cycles', label: 'menu.cycles', roles: ['hr_officer', 'supervisor', 'superior', 'auditor'] },
  { to: '/calibration', label: 'menu.calibration', roles: ['hr_officer', 'supervisor', 'superior'] },
  {
    to: '/deputies',
    label: 'menu.deputies',
    roles: ['hr_officer', 'supervisor', 'superior', 'panel_member'],
  },
  { to: '/operation', label: 'menu.operation', roles: ['operator', 'auditor'] },
  { to: '/audit', label: 'menu.audit', roles: ['auditor'] },
];

/** The entries of somebody with these roles. */
export function menuOf(account: Account): readonly MenuEntry[] {
  return MENU.filter(({ roles }) => roles === undefined || hasRole(account, ...roles));
}
