'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { type CommandPlace, commandAt } from '@/lib/workbench/command-table';
import type { DeskCommandId } from '@/lib/workbench/desk-commands';
import { doSingleKeysAct } from '../workbench/use-single-keys';
import { keysOfCommand, nameOfCommand } from './command-words';
import { useCommands, useOffers } from './commands-context';
import { isTyping, mayAct } from './may-act';

/** What the commands of a page do; false leaves the key to the browser. What cannot be done now is left out. */
export type PageActs = { readonly [Id in DeskCommandId]?: (() => boolean | undefined) | undefined };

/**
 * The commands of a page of the desk, by the table: their keys act on the whole page, never while somebody types, and
 * the palette offers them. Enter never takes a focused button or link its own act, but from one with `data-page-enter`.
 */
export function usePageCommands(place: CommandPlace, acts: PageActs): void {
  const { userId } = useCommands();
  const find = (id: string | undefined) => Object.entries(acts).find(([name]) => name === id)?.[1];
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!mayAct(event) || isTyping(event.target) || isInDialog(event.target)) return;
    const act = find(commandAt(place, event, doSingleKeysAct(userId)));
    if (act === undefined || (event.key === 'Enter' && isPressable(event.target))) return;
    if (act() !== false) event.preventDefault();
  });
  // Before the page is painted: what can be seen hears its keys.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  useOffers({
    offers: () =>
      idsOf(acts).map((id) => ({
        id,
        name: nameOfCommand(id),
        keys: keysOfCommand(id),
        act: () => void acts[id]?.(),
      })),
  });
}

function idsOf(acts: PageActs): readonly DeskCommandId[] {
  // The keys of a value are those that its type names.
  return (Object.keys(acts) as DeskCommandId[]).filter((id) => acts[id] !== undefined);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog, [role=dialog]') !== null;

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('a, button:not([data-page-enter]), summary, [role=tab]') !== null;
