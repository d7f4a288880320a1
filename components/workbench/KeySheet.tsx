'use client';

import { allKeysOf, keyCommands } from '@/lib/workbench/key-commands';
import { messages } from '../messages';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui/Kbd';
import { isMac } from './is-mac';

type KeySheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly singleKeys: boolean;
  readonly onSingleKeysChange: (on: boolean) => void;
};

const words = messages.workbench.keys;
const groups = ['mark', 'move', 'passage', 'annotation', 'check', 'general'] as const;

/** All keys of the workbench, from the table that the handler acts by. */
export function KeySheet({ open, onOpenChange, singleKeys, onSingleKeysChange }: KeySheetProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.title} size="lg">
      <div className="gap-x-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1 text-xs font-medium text-ink-3">{words.groups[group]}</h3>
            <dl>
              {keyCommands
                .filter((command) => command.group === group)
                .map(({ id }) => (
                  <div key={id} className="flex min-h-8 items-center justify-between gap-4 border-t py-1">
                    <dt>{words.names[id]}</dt>
                    <dd className="flex items-center gap-1.5 text-xs text-ink-3">
                      {allKeysOf(id, isMac()).map((keys, index) => (
                        <span key={keys} className="flex items-center gap-1.5">
                          {index === 0 ? null : words.or}
                          <Kbd keys={keys} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        label={words.singleKeys}
        hint={words.singleKeysHint}
        checked={singleKeys}
        onChange={(event) => onSingleKeysChange(event.target.checked)}
        className="border-t pt-4"
      />
    </Dialog>
  );
}
