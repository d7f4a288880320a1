'use client';

import { useEffect, useRef } from 'react';
import { threads as threadsWords } from '../messages/threads';
import { Avatar } from '../ui/Avatar';
import { classNames } from '../ui/class-names';
import type { MentionList as List } from './use-mention-list';

const words = threadsWords;

/** The people behind an @, below the words. The text box keeps the focus; its arrows and Enter choose. */
export function MentionList({ list }: { readonly list: List }) {
  const { id, people, at, optionId, choose } = list;
  const options = useRef<HTMLDivElement>(null);
  // On a phone the list opens below the edge of the sheet.
  useEffect(() => {
    options.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const isOpen = people.length > 0;
  useEffect(() => {
    if (isOpen) options.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <>
      <p role="status" className="sr-only">
        {isOpen ? words.peopleFound(people.length) : ''}
      </p>
      {isOpen ? (
        <div ref={options} id={id} role="listbox" aria-label={words.people} className="border-t p-1">
          {people.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus
            <div
              key={person.id}
              id={optionId(person)}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={classNames(
                'flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm',
                index === at ? 'bg-pencil-bg forced-colors:outline-2' : 'hover:bg-wash',
              )}
            >
              <Avatar person={person} size="sm" decorative />
              <bdi>{person.name}</bdi>
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
