'use client';

import { Command } from 'cmdk';
import { useLayoutEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { Dialog } from '../ui/Dialog';
import { Kbd } from '../ui/Kbd';
import type { Offer, OfferSource } from './commands-context';
import { rememberOffer } from './recent-offers';
import { type OfferGroup, useOfferGroups } from './use-offer-groups';

type PaletteProps = {
  readonly sources: () => readonly OfferSource[];
  readonly canImport: boolean;
  /** What was typed before it was there. */
  readonly takeTyped: () => string;
  readonly onClose: () => void;
};

const words = messages.commands.palette;

/** Finds articles, people, places and everything that can be done here and now, and does it. */
export function Palette({ sources, canImport, takeTyped, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  useLayoutEffect(() => setQuery(takeTyped()), [takeTyped]);
  // What is possible is asked once, before the focus moves into the field.
  const [here] = useState(sources);
  const { groups, isSearching, failure } = useOfferGroups(query, here, canImport);
  const field = useRef<HTMLInputElement>(null);
  const count = groups.reduce((sum, { offers }) => sum + offers.length, 0);

  function leave(): void {
    onClose();
    requestAnimationFrame(() => {
      for (const { onLeave } of here) onLeave?.();
    });
  }

  function choose(offer: Offer): void {
    rememberOffer(offer.id);
    onClose();
    // The dialog has given the focus back by then.
    requestAnimationFrame(offer.act);
  }

  return (
    <Dialog open onOpenChange={leave} title={words.title} initialFocus={field}>
      <Command shouldFilter={false} vimBindings={false} loop label={words.field} className="pt-1 text-sm">
        <Command.Input
          ref={field}
          value={query}
          onValueChange={setQuery}
          maxLength={200}
          placeholder={words.placeholder}
          className="mb-2 min-h-10 w-full rounded-lg border border-line-3 bg-sheet px-3 text-base text-ink focus:border-pencil focus:outline-2 focus:outline-offset-0 focus:outline-pencil"
        />
        <Command.List label={words.list} className="h-[min(24rem,55dvh)] overflow-y-auto scroll-py-2">
          {groups.map((group) => (
            <OfferList key={group.title} group={group} onChoose={choose} />
          ))}
          {count === 0 ? (
            // A list without an option is none to a screen reader.
            <Command.Item disabled value="nothing" className="px-2.5 py-6 text-center text-ink-2">
              {isSearching ? words.searching : words.nothing}
            </Command.Item>
          ) : null}
        </Command.List>
      </Command>
      {failure === undefined ? null : (
        <p role="alert" className="mt-2 text-xs text-danger">
          {words.failed(failure)}
        </p>
      )}
      <p aria-hidden className="mt-2 border-t pt-2 text-xs text-ink-3 max-phone:hidden">
        {words.hint}
      </p>
      <p role="status" className="sr-only">
        {isSearching ? '' : words.count(count)}
      </p>
    </Dialog>
  );
}

function OfferList({
  group,
  onChoose,
}: {
  readonly group: OfferGroup;
  readonly onChoose: (offer: Offer) => void;
}) {
  return (
    <Command.Group
      heading={group.title}
      className="mb-1.5 **:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-ink-3"
    >
      {group.offers.map((offer) => (
        <Command.Item
          key={offer.id}
          value={offer.id}
          onSelect={() => onChoose(offer)}
          className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-pencil-bg data-[selected=true]:text-ink forced-colors:data-[selected=true]:outline-2"
        >
          <span className="min-w-0 flex-1 truncate">
            <bdi>{offer.name}</bdi>
            {offer.hint === undefined ? null : <span className="ms-2 text-xs text-ink-2">{offer.hint}</span>}
          </span>
          {offer.keys === undefined || offer.keys === '' ? null : <Kbd keys={offer.keys} />}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
