'use client';

import { useEffectEvent, useLayoutEffect } from 'react';
import { commandOf, type KeyCommandId } from '@/lib/workbench/key-commands';
import { doSingleKeysAct } from './use-single-keys';

/** Where the focus is when a key is pressed: nothing or the text itself, a card, or a control elsewhere. */
export type KeyPlace = 'text' | 'card' | 'elsewhere';

/**
 * Turns keys into commands, wherever on the page they are pressed, but never while somebody types, and never in
 * a dialog or menu. `run` says whether it did something; only then the browser's own meaning of the key is lost.
 */
export function useKeys(
  textElement: HTMLElement | undefined,
  userId: string,
  run: (command: KeyCommandId, place: KeyPlace, key: string) => boolean,
): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
    if (isTyping(event.target) || event.target.closest(overlays)) return;
    // A sheet or panel with the focus is left by Escape before anything in the text is.
    if (event.key === 'Escape' && event.target.closest('dialog')) return;
    const command = commandOf(event, doSingleKeysAct(userId));
    if (command === undefined) return;
    const place = placeOf(event.target, textElement);
    // A button or link with the focus keeps the keys that press it or belong to its group.
    if (place !== 'text' && ownKeys.has(event.key) && event.target.closest(controls)) return;
    if (run(command, place, event.key)) event.preventDefault();
  });
  // Before the page is painted: what can be seen hears its keys.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** A sheet of cards is no such thing: the article beside it stays usable. */
const overlays = 'dialog:modal, [role="alertdialog"], [role="menu"], [role="listbox"]';
const controls = 'a[href], button, summary, [role="button"], [role="tab"], [role="radio"]';
const ownKeys = new Set(['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

function placeOf(target: Element, textElement: HTMLElement | undefined): KeyPlace {
  if (target === document.body || textElement?.contains(target)) return 'text';
  return target.closest('[data-annotation-card]') ? 'card' : 'elsewhere';
}

function isTyping(target: Element): boolean {
  if (target.closest('textarea, select')) return true;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}
