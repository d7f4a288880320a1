import { expect, it } from 'vitest';
import { rulesMark } from './rules-mark';
import { plainRules, type TeamRules } from './team-rules';

const rules: TeamRules = { ...plainRules, members: [{ id: 'a', name: 'Ada', role: 'editor' }] };

it('is the same for the same rules, also after a way over the network', () => {
  expect(rulesMark(rules)).toMatch(/^[\da-f]{8}$/);
  expect(rulesMark(JSON.parse(JSON.stringify(rules)))).toBe(rulesMark(rules));
});

it.each<[string, TeamRules]>([
  ['blind second checks', { ...rules, blindSecondCheck: true }],
  ['grades of sources', { ...rules, usesAdmiraltyCode: true }],
  ['another scale first', { ...rules, scales: [...rules.scales].reverse() }],
  ['a new version of a scale', { ...rules, scales: rules.scales.map((scale) => ({ ...scale, version: 2 })) }],
  ['somebody new', { ...rules, members: [...rules.members, { id: 'b', name: 'Bob', role: 'viewer' }] }],
  ['another role', { ...rules, members: [{ id: 'a', name: 'Ada', role: 'reviewer' }] }],
  ['another name', { ...rules, members: [{ id: 'a', name: 'Ada B.', role: 'editor' }] }],
])('is another one with %s', (_what, other) => {
  expect(rulesMark(other)).not.toBe(rulesMark(rules));
});
