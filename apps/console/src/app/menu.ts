import type { Permission } from '@kaoji/domain/rights';
import { hasRole, type Account, type Role } from '../api/accounts.js';
import { abilityOf } from '../session/ability.js';
import type { appTexts } from './texts.js';

type MenuEntry = {
  readonly to:
    | '/'
    | '/rulebooks'
    | '/inbox'
    | '/appraisals'
    | '/contests'
    | '/cycles'
    | '/surveys'
    | '/operation'
    | '/calibration'
    | '/decisions'
    | '/deputies'
    | '/audit'
    | '/marking'
    | '/panels';
  readonly label: Extract<keyof (typeof appTexts)['zh'], `menu.${string}`>;
  /** Whose work it is: of those who may do this somewhere; absent: everybody's. */
  readonly needs?: Permission;
  /** Where no permission says whose work it is. */
  readonly roles?: readonly Role[];
};

/** What the main menu leads to, in order. A feature with a screen of its own adds a line. */
const MENU: readonly MenuEntry[] = [
  { to: '/', label: 'menu.home' },
  { to: '/inbox', label: 'menu.inbox' },
  { to: '/appraisals', label: 'menu.appraisals', needs: 'own.appraisal' },
  { to: '/contests', label: 'menu.contests', needs: 'contest.decide' },
  {
    to: '/marking',
    label: 'menu.marking',
    roles: ['hr_officer', 'supervisor', 'superior', 'panel_member', 'peer'],
  },
  { to: '/panels', label: 'menu.panels', roles: ['hr_officer', 'superior', 'auditor'] },
  { to: '/cycles', label: 'menu.cycles', needs: 'appraisal.list' },
  { to: '/surveys', label: 'menu.surveys', needs: 'survey.holders' },
  { to: '/calibration', label: 'menu.calibration', needs: 'list.read' },
  {
    to: '/decisions',
    label: 'menu.decisions',
    roles: ['hr_officer', 'supervisor', 'superior', 'auditor'],
  },
  {
    to: '/deputies',
    label: 'menu.deputies',
    needs: 'list.act',
  },
  { to: '/rulebooks', label: 'menu.rulebooks' },
  { to: '/operation', label: 'menu.operation', needs: 'archive.watch' },
  { to: '/audit', label: 'menu.audit', needs: 'audit.history' },
];

/** The entries of somebody with these grants. */
export function menuOf(account: Account): readonly MenuEntry[] {
  const ability = abilityOf(account);
  return MENU.filter(
    ({ needs, roles }) =>
      (needs === undefined || ability.can(needs, 'place')) &&
      (roles === undefined || hasRole(account, ...roles)),
  );
}
