import { messages } from '../messages';
import { Avatar, type Person } from './Avatar';

type AvatarRowProps = {
  /** Names the list: "Here now". */
  readonly label: string;
  readonly people: readonly Person[];
  readonly size?: 'sm' | 'md';
  /** How many are shown before "+N". */
  readonly max?: number;
};

/** People side by side, at most five, then how many more. */
export function AvatarRow({ label, people, size = 'md', max = 5 }: AvatarRowProps) {
  if (people.length === 0) return null;
  const rest = people.slice(max);
  const names = messages.ui.people.moreNames(rest.map((person) => person.name).join(', '));
  return (
    <ul aria-label={label} className="flex items-center ps-1.5">
      {people.slice(0, max).map((person) => (
        <li key={person.id} className="-ms-1.5 flex rounded-full bg-paper p-px">
          <Avatar person={person} size={size} />
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li className="ms-1 text-xs text-ink-2 tabular-nums" title={names}>
          <span aria-hidden>{messages.ui.people.more(rest.length)}</span>
          <span className="sr-only">{names}</span>
        </li>
      )}
    </ul>
  );
}
