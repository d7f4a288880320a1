'use client';

import type { Annotation } from '@/lib/domain/annotation';
import type { Colleague } from '@/lib/workbench/company';
import { presence as words } from '../../messages/presence';
import { Avatar } from '../../ui/Avatar';
import { Menu, MenuItem } from '../../ui/Menu';
import { Tooltip } from '../../ui/Tooltip';
import { CompanySheet } from './CompanySheet';
import { useCompany } from './company-store';
import { useFollowed } from './followed';
import { doingOf } from './where-they-are';

type CompanyRowProps = {
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly text: string;
};

const most = 5;

/**
 * Who else is here, at most five and then how many more; on a small screen a number and a list behind it. Hover or focus
 * says what they look at; pressing follows them.
 */
export function CompanyRow({ annotations, text }: CompanyRowProps) {
  const people = useCompany();
  const rest = people.slice(most);
  const doing = ({ at }: Colleague): string => doingOf(at, annotations, text);
  if (people.length === 0) return null;
  return (
    <>
      <ul aria-label={words.hereNow} className="flex items-center ps-1.5 max-md:hidden">
        {people.slice(0, most).map((colleague) => (
          <li key={colleague.person.id} className="-ms-1.5 flex">
            <FollowButton colleague={colleague} doing={doing(colleague)} />
          </li>
        ))}
        {rest.length === 0 ? null : (
          <li className="ms-1 flex">
            <RestMenu people={rest} doing={doing} />
          </li>
        )}
      </ul>
      <div className="md:hidden">
        <CompanySheet people={people} doing={doing} />
      </div>
    </>
  );
}

function FollowButton({ colleague, doing }: { readonly colleague: Colleague; readonly doing: string }) {
  const [followed, follow] = useFollowed();
  const { person, ring } = colleague;
  const isFollowed = followed === person.id;
  return (
    <Tooltip content={words.hover(person.name, doing)} side="bottom">
      <button
        type="button"
        aria-pressed={isFollowed}
        aria-label={isFollowed ? words.following(person.name, doing) : words.follow(person.name, doing)}
        onClick={() => follow(isFollowed ? null : person.id)}
        className="flex rounded-full bg-paper p-px aria-pressed:bg-ink"
      >
        <Avatar person={{ ...person, ring }} decorative />
      </button>
    </Tooltip>
  );
}

type RestMenuProps = {
  readonly people: readonly Colleague[];
  readonly doing: (colleague: Colleague) => string;
};

function RestMenu({ people, doing }: RestMenuProps) {
  const [, follow] = useFollowed();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={words.moreLabel(people.length)}
          className="min-h-6 min-w-6 rounded-sm px-1 text-xs text-ink-2 tabular-nums hover:bg-wash"
        >
          {words.more(people.length)}
        </button>
      }
    >
      {people.map((colleague) => (
        <MenuItem key={colleague.person.id} onSelect={() => follow(colleague.person.id)}>
          {words.hover(colleague.person.name, doing(colleague))}
        </MenuItem>
      ))}
    </Menu>
  );
}
