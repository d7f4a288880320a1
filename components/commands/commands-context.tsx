'use client';

import { createContext, useContext, useEffect, useRef } from 'react';
import type { Person } from '@/lib/domain/team';

/** Something that can be chosen in the palette. `id` stays the same from visit to visit. */
export type Offer = {
  readonly id: string;
  readonly name: string;
  /** What it is, after its name. */
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly act: () => void;
};

/** What a part of the page offers to the palette. Asked only when the palette opens or searches. */
export type OfferSource = {
  /** What can be done here and now; what the rules forbid is left out. */
  readonly offers?: () => readonly Offer[];
  /** What can be done on every page. */
  readonly general?: () => readonly Offer[];
  /** Things of this page that words find. */
  readonly find?: (words: string) => readonly Offer[];
  /** What choosing a person does here, instead of going to the team. */
  readonly person?: (person: Person) => Offer;
  /** The palette was left without a choice: puts back what opening it took away. */
  readonly onLeave?: (() => void) | undefined;
};

export type Commands = {
  readonly userId: string;
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  /** Takes a source up; returns how to drop it. */
  readonly register: (source: () => OfferSource) => () => void;
};

export const CommandsContext = createContext<Commands | null>(null);

/** The commands of the signed-in frame around this component. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error('This part belongs inside the signed-in frame.');
  return commands;
}

/** Offers something to the palette while the component is shown. Costs nothing until the palette opens. */
export function useOffers(source: OfferSource): void {
  const { register } = useCommands();
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(() => register(() => latest.current), [register]);
}
