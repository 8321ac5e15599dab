import type { Grant, Role } from '@kaoji/application';
import type { DemoPerson } from './demo-person.js';
import type { DemoPlaces } from './demo-places.js';

/** An account of the demo as it stands in the accounts file: made once, printed once. */
export type DemoAccount = {
  readonly role: Role;
  readonly username: string;
  readonly password: string;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly grants: readonly Grant[];
};

/** The accounts file, readable by its owner only. */
export type DemoAccountsFile = {
  readonly areaId: string;
  readonly appraisees: number;
  readonly seed: string;
  readonly accounts: readonly DemoAccount[];
};

/** Four sit; the fifth takes the place of whoever stands aside. */
export const PANEL_MEMBERS = 5;
/** Of a review and of an appeal: nobody hears the same matter twice. */
export const REVIEWERS = 2;
/** The leading group decides lists by vote, so there is more than one of it. */
export const SUPERIORS = 3;
export const PEERS_PER_UNIT = 5;

/**
 * One HR officer, auditor and operator for the area, a leading group of three superiors, two reviewers, a panel of four with one in reserve, a supervisor per unit, and
 * everyone's own account; the first five of each unit also take part in the democratic assessment.
 * `passwordOf` is asked once per role, since a demo with two thousand passwords helps nobody.
 */
export function demoAccounts(
  places: DemoPlaces,
  people: readonly DemoPerson[],
  suffix: string,
  passwordOf: (role: Role) => string,
): readonly DemoAccount[] {
  const areaId = places.area.id;
  const staff = (role: Role, name: string, unitId: string | null): DemoAccount => ({
    role,
    username: name + suffix,
    password: passwordOf(role),
    unitId,
    personId: null,
    grants: [{ role, areaId, unitId }],
  });
  const peersLeft = new Map(places.units.map((unit) => [unit.id, PEERS_PER_UNIT]));
  const appraisees = people.map((person, index): DemoAccount => {
    const left = peersLeft.get(person.unitId) ?? 0;
    const peer = left > 0 && person.special === null;
    if (peer) peersLeft.set(person.unitId, left - 1);
    const grant = (role: Role): Grant => ({ role, areaId, unitId: person.unitId });
    return {
      role: 'appraisee',
      username: `worker-${String(index + 1).padStart(3, '0')}${suffix}`,
      password: passwordOf('appraisee'),
      unitId: person.unitId,
      personId: person.id,
      grants: peer ? [grant('appraisee'), grant('peer')] : [grant('appraisee')],
    };
  });
  return [
    staff('hr_officer', 'hr', null),
    ...Array.from({ length: SUPERIORS }, (_, i) =>
      staff('superior', i === 0 ? 'superior' : `superior-${i + 1}`, null),
    ),
    staff('auditor', 'auditor', null),
    staff('operator', 'operator', null),
    ...Array.from({ length: REVIEWERS }, (_, i) => staff('reviewer', `reviewer-${i + 1}`, null)),
    ...Array.from({ length: PANEL_MEMBERS }, (_, i) => staff('panel_member', `panel-${i + 1}`, null)),
    ...places.units.map((unit, i) => staff('supervisor', `supervisor-${i + 1}`, unit.id)),
    ...appraisees,
  ];
}
