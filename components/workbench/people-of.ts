import type { Annotation } from '@/lib/domain/annotation';
import type { Person } from '@/lib/domain/team';

/** Everybody whose work is in the annotations, whoever did most first. */
export function peopleOf(
  annotations: readonly Annotation[],
  people: Readonly<Record<string, Person>>,
): readonly Person[] {
  const shares = new Map<string, number>();
  const count = (id: string): void => void shares.set(id, (shares.get(id) ?? 0) + 1);
  for (const { authorId, notes, evidence } of annotations) {
    count(authorId);
    for (const item of [...notes, ...evidence]) count(item.authorId);
  }
  return [...shares]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id]) => people[id])
    .filter((person) => person !== undefined);
}
