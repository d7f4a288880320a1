import { expect, it } from 'vitest';
import { guardSignOut, objectionsToSignOut } from './sign-out';

it('asks every guard anew until it is lifted', () => {
  let unsent = 2;
  const lift = guardSignOut(() => (unsent > 0 ? `${unsent} changes are only on this device.` : undefined));
  const liftOther = guardSignOut(() => undefined);
  expect(objectionsToSignOut()).toEqual(['2 changes are only on this device.']);
  unsent = 0;
  expect(objectionsToSignOut()).toEqual([]);
  unsent = 1;
  lift();
  liftOther();
  expect(objectionsToSignOut()).toEqual([]);
});
