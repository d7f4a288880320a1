import { sameValue } from './same-value';

/** Whether a thing still carries what a change gave it. Fields that the change left alone do not count. */
export function stillHas(thing: object, changes: object): boolean {
  const now = new Map(Object.entries(thing));
  return Object.entries(changes).every(
    ([field, value]) => value === undefined || sameValue(now.get(field), value),
  );
}
