'use client';

import { usePathname } from 'next/navigation';
import { useRef } from 'react';
import {
  type CommandGroup,
  commandPlaces,
  commandTable,
  placeOf,
  waysToPress,
} from '@/lib/workbench/command-table';
import { messages } from '../messages';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui/Kbd';
import { isMac } from '../workbench/is-mac';
import { useSingleKeys } from '../workbench/use-single-keys';
import { nameOfCommand } from './command-words';
import { placeAt } from './place-at';

const words = messages.commands.sheet;
const groups = [...new Set(commandTable.map(({ group }) => group))];

/** All keys by the place where they act, from the table that the handlers act by; those of this page first. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const top = useRef<HTMLHeadingElement>(null);
  const here = placeAt(usePathname());
  const ordered = [...commandPlaces].sort((a, b) => Number(b === here) - Number(a === here));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      size="lg"
      description={words.intro}
      initialFocus={top}
    >
      {ordered.map((place, index) => (
        <section key={place} className="mb-6">
          <h3
            ref={index === 0 ? top : undefined}
            tabIndex={index === 0 ? -1 : undefined}
            className="mb-2 text-sm font-semibold outline-none"
          >
            {messages.commands.places[place]}
            {place === here ? <span className="font-normal text-ink-3"> · {words.here}</span> : null}
          </h3>
          <div className="gap-x-10 sm:columns-2">
            {groups
              .filter((group) => placeOf(group) === place)
              .map((group) => (
                <KeyGroup key={group} group={group} />
              ))}
          </div>
        </section>
      ))}
      <Checkbox
        label={words.singleKeys}
        hint={words.singleKeysHint}
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.target.checked)}
        className="border-t pt-4"
      />
    </Dialog>
  );
}

function KeyGroup({ group }: { readonly group: CommandGroup }) {
  const title = messages.commands.groups[group];
  return (
    <div className="mb-4 break-inside-avoid">
      {title === '' ? null : <h4 className="mb-1 text-xs font-medium text-ink-3">{title}</h4>}
      <dl>
        {commandTable
          .filter((command) => command.group === group)
          .map(({ id }) => (
            <div
              key={id}
              data-command={id}
              className="flex min-h-8 items-center justify-between gap-4 border-t py-1"
            >
              <dt>{nameOfCommand(id)}</dt>
              <dd className="flex shrink-0 items-center gap-1.5 text-xs text-ink-3">
                {waysToPress(id, isMac()).map((keys, index) => (
                  <span key={keys} className="flex items-center gap-1.5">
                    {index === 0 ? null : words.or}
                    <Kbd keys={keys} />
                  </span>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
