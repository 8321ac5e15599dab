export { abilityRulesOf } from './ability-rules.js';
export type { AbilityRule, Place } from './ability-rules.js';
export { GRANTED, PERMISSIONS, rolesWith } from './granted.js';
export type { Permission } from './granted.js';
export { ROLES } from './roles.js';
export type { Grant, Role } from './roles.js';
