import { classNames } from './class-names';
import { initialsOf, personColour } from './person';

export type Person = {
  readonly id: string;
  readonly name: string;
  /** What they are doing now, shown on hover after the name. */
  readonly note?: string | undefined;
  /** The number of their ring's colour where they have another than their usual one. */
  readonly ring?: number | undefined;
};

type AvatarProps = {
  readonly person: Person;
  readonly size?: 'sm' | 'md';
  /** The name stands beside it already: say nothing. */
  readonly decorative?: boolean;
  readonly className?: string | undefined;
};

/** A person's initials in a ring of their own colour. The initials are drawn, not text: the name is what counts. */
export function Avatar({ person, size = 'md', decorative = false, className }: AvatarProps) {
  const title = person.note === undefined ? person.name : `${person.name} · ${person.note}`;
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title, title })}
      data-initials={initialsOf(person.name)}
      className={classNames(
        'before:content-[attr(data-initials)] inline-grid shrink-0 place-items-center rounded-full border-2 bg-sheet leading-none font-semibold text-ink',
        size === 'sm' ? 'size-6 text-[0.5625rem]' : 'size-7.5 text-[0.65625rem]',
        rings[person.ring ?? personColour(person.id)],
        className,
      )}
    />
  );
}

const rings = [
  'border-person-0',
  'border-person-1',
  'border-person-2',
  'border-person-3',
  'border-person-4',
  'border-person-5',
  'border-person-6',
  'border-person-7',
];
