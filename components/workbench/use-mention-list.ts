'use client';

import type { Editor } from '@tiptap/core';
import { useId, useMemo, useRef, useState } from 'react';
import { membersToMention, mentionText } from '@/lib/domain/mention';
import type { Person } from '@/lib/domain/team';

/** Who can be mentioned, and who was picked from the list already. */
export type Mentions = { readonly members: readonly Person[]; readonly chosen: readonly string[] };

/** The list of people behind an @ in an editor: what it shows, and what the editor hands to it. */
export type MentionList = {
  readonly id: string;
  readonly people: readonly Person[];
  /** Index of the person that Enter takes. */
  readonly at: number;
  readonly optionId: (person: Person) => string;
  readonly choose: (person: Person) => void;
  /** For the text box: which list it controls and which option is current. The same object until one changes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly follow: (editor: Editor) => void;
  /** Whether the list has taken the key. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly close: () => void;
  /** Ids of everybody picked so far. */
  readonly chosen: () => readonly string[];
};

type Typed = { readonly editor: Editor; readonly from: number; readonly to: number; readonly words: string };

/** Follows what is typed behind an @. Without people to mention it is never open. */
export function useMentionList(mentions: Mentions | undefined): MentionList {
  const id = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [at, setAt] = useState(0);
  const dismissedFrom = useRef<number | null>(null);
  const chosen = useRef<readonly string[]>(mentions?.chosen ?? []);
  const people = typed === null ? [] : membersToMention(typed.words, mentions?.members ?? []);
  const current = people[at];
  const optionId = (person: Person): string => `${id}-${person.id}`;
  const currentId = current === undefined ? undefined : optionId(current);
  const canMention = mentions !== undefined;

  const attributes = useMemo<Readonly<Record<string, string>>>(
    () =>
      canMention
        ? {
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            ...(currentId !== undefined && { 'aria-controls': id, 'aria-activedescendant': currentId }),
          }
        : {},
    [canMention, id, currentId],
  );

  function close(): void {
    setTyped(null);
  }

  function choose(person: Person): void {
    if (typed === null) return;
    chosen.current = [...chosen.current, person.id];
    close();
    const { editor, from, to } = typed;
    editor
      .chain()
      .focus()
      .insertContentAt({ from, to }, `${mentionText(person)} `)
      .run();
  }

  function follow(editor: Editor): void {
    if (!canMention) return;
    const found = typedBehindAt(editor);
    if (found === null || found.from !== dismissedFrom.current) dismissedFrom.current = null;
    const next = found === null || dismissedFrom.current !== null ? null : { editor, ...found };
    if (next?.from === typed?.from && next?.words === typed?.words) return;
    setTyped(next);
    setAt(0);
  }

  function press(event: KeyboardEvent): boolean {
    if (typed === null || current === undefined || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const by = event.key === 'ArrowDown' ? 1 : -1;
        setAt((at + by + people.length) % people.length);
        break;
      }
      case 'Enter':
      case 'Tab':
        choose(current);
        break;
      case 'Escape':
        dismissedFrom.current = typed.from;
        close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return { id, people, at, optionId, choose, attributes, follow, press, close, chosen: () => chosen.current };
}

/** What stands between an @ and the caret, where a mention may be meant. */
function typedBehindAt({ state }: Editor): Omit<Typed, 'editor'> | null {
  const { empty, $from } = state.selection;
  if (!empty) return null;
  // One character for what is not text, so that the length of the words is a length in the document.
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc');
  const words = /(?:^|[\s(\ufffc])@([^@\n\ufffc]{0,40})$/u.exec(before)?.[1];
  return words === undefined ? null : { from: $from.pos - words.length - 1, to: $from.pos, words };
}
