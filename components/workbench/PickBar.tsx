'use client';

import { X } from 'lucide-react';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import type { PickingControls } from './use-picking';

type PickBarProps = {
  readonly controls: PickingControls;
  readonly text: string;
};

const words = messages.compound.pick;

/** What is being chosen, at the foot of the screen: how, which words, what it will do, and the way out. */
export function PickBar({ controls, text }: PickBarProps) {
  const { picking, passage, take, finish, leave } = controls;
  if (picking === null) return null;
  const { kind, annotation, parts } = picking;
  const isSignedOff = kind === 'passage' && annotation.check.status === 'signed_off';
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex justify-center phone:bottom-3.5 phone:ps-14 wide:pe-94 print:hidden">
      <section
        aria-label={words[kind].title}
        // A press on it leaves the words selected.
        onMouseDown={(event) => event.preventDefault()}
        className="pointer-events-auto max-h-[45dvh] w-full max-w-xl overflow-y-auto border border-line-2 bg-sheet px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-lift phone:rounded-2xl"
      >
        <h2 className="text-sm font-semibold">{words[kind].title}</h2>
        <p className="text-xs text-ink-2">{words[kind].how}</p>
        {isSignedOff ? <p className="mt-1 text-xs text-warn">{words.stale}</p> : null}
        {kind === 'split' && parts.length > 0 ? <PartList controls={controls} text={text} /> : null}
        <p className="mt-2 min-h-6 font-serif text-base text-ink-2 italic" dir="auto">
          {passage === null ? null : <q>{text.slice(passage.start, passage.end)}</q>}
        </p>
        <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
          <Button size="sm" variant="ghost" onClick={leave}>
            {words.cancel} <Kbd keys="Esc" />
          </Button>
          <Button
            size="sm"
            variant={kind === 'passage' ? 'primary' : 'outline'}
            disabled={passage === null}
            onClick={take}
          >
            {words[kind].take} <Kbd keys="↵" onInk={kind === 'passage'} />
          </Button>
          {kind === 'split' ? (
            <Button
              size="sm"
              variant="primary"
              onClick={finish}
              reason={parts.length < 2 ? words.split.needed : undefined}
            >
              {words.split.finish(parts.length)}
            </Button>
          ) : null}
        </div>
      </section>
    </div>
  );
}

function PartList({ controls, text }: PickBarProps) {
  return (
    <ol aria-label={words.chosen} className="mt-2 flex flex-col gap-1">
      {controls.picking?.parts.map((part) => {
        const quote = text.slice(part.start, part.end);
        return (
          <li
            key={`${part.start} ${part.end}`}
            className="flex items-center gap-2 rounded-md bg-wash ps-2.5 text-sm"
          >
            <span dir="auto" className="min-w-0 flex-1 truncate font-serif">
              {quote}
            </span>
            <button
              type="button"
              aria-label={words.split.remove(quote)}
              onClick={() => controls.removePart(part)}
              className="grid size-7 place-items-center rounded-md text-ink-3 hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
