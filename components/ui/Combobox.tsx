'use client';

import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, useControl } from './Field';
import { movePopup, showPopup } from './popup-element';
import { VisuallyHidden } from './VisuallyHidden';

export type Suggestion = { readonly id: string; readonly title: string; readonly detail: string };

type ComboboxProps = Omit<ComponentProps<'input'>, 'children' | 'onKeyDown' | 'list' | 'role'> &
  FieldWords & {
    /** What is suggested for what is typed now; none closes the list. */
    readonly suggestions: readonly Suggestion[];
    /** Names the list. */
    readonly listLabel: string;
    /** How many there are, for whoever does not see the list. */
    readonly found: (count: number) => string;
    readonly onChoose: (id: string) => void;
  };

/**
 * A line of text with suggestions below: arrows move through them, Enter takes one, Escape closes the list, typing goes
 * on as if there were none (ARIA 1.2 combobox, list autocomplete with manual selection).
 */
export function Combobox({ suggestions, listLabel, found, onChoose, onBlur, ...props }: ComboboxProps) {
  const { field, control } = useControl(props);
  const { id } = control;
  const [at, setAt] = useState<number | null>(null);
  const [closedFor, setClosedFor] = useState<readonly Suggestion[] | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = suggestions.length > 0 && closedFor !== suggestions;
  const active = isOpen && at !== null ? suggestions[at] : undefined;

  function choose(chosen: Suggestion): void {
    setAt(null);
    setClosedFor(suggestions);
    onChoose(chosen.id);
  }

  function key(event: KeyboardEvent): void {
    if (!isOpen || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = suggestions.length;
      setAt(at === null ? (step === 1 ? 0 : count - 1) : (at + step + count) % count);
    } else if (event.key === 'Enter' && active !== undefined) {
      choose(active);
    } else if (event.key === 'Escape') {
      setAt(null);
      setClosedFor(suggestions);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Field {...field}>
      <input
        {...control}
        ref={input}
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        onKeyDown={key}
        onBlur={(event) => {
          setAt(null);
          setClosedFor(suggestions);
          onBlur?.(event);
        }}
        className={classNames(controlClass, 'h-8.5')}
      />
      <VisuallyHidden>
        <span role="status">{isOpen ? found(suggestions.length) : ''}</span>
      </VisuallyHidden>
      {isOpen ? (
        <SuggestionList
          id={id}
          label={listLabel}
          input={input.current}
          suggestions={suggestions}
          activeId={active?.id}
          onChoose={choose}
        />
      ) : null}
    </Field>
  );
}

type SuggestionListProps = {
  readonly id: string;
  readonly label: string;
  readonly input: HTMLInputElement | null;
  readonly suggestions: readonly Suggestion[];
  readonly activeId: string | undefined;
  readonly onChoose: (suggestion: Suggestion) => void;
};

function SuggestionList({ id, label, input, suggestions, activeId, onChoose }: SuggestionListProps) {
  const popup = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null || input === null) return;
    element.style.width = `${input.offsetWidth}px`;
    showPopup(element, input, 'bottom', 'start', 4);
    const follow = () => movePopup(element, input, 'bottom', 'start', 4);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [input]);

  return (
    <div
      ref={popup}
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      popover="manual"
      className="fixed inset-auto m-0 max-h-72 overflow-y-auto rounded-xl border border-line-2 bg-sheet p-1 font-sans text-base text-ink shadow-lift print:hidden"
    >
      {suggestions.map((suggestion) => (
        <div
          key={suggestion.id}
          id={`${id}-${suggestion.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={suggestion.id === activeId}
          // The field keeps the focus: what is typed must not be left before the choice is made.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
          className="cursor-pointer rounded-lg px-2.5 py-1.5 hover:bg-wash aria-selected:bg-pencil-bg forced-colors:aria-selected:outline-2"
        >
          <p className="truncate text-sm font-semibold" dir="auto">
            {suggestion.title}
          </p>
          <p className="truncate text-xs text-ink-2">{suggestion.detail}</p>
        </div>
      ))}
    </div>
  );
}
