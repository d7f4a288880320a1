'use client';

import { Search, X } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '../ui/class-names';
import { controlClass } from '../ui/Field';
import { Kbd } from '../ui/Kbd';

type SearchFieldProps = {
  readonly value: string;
  /** Called a quarter of a second after the last key, and at once on Enter, Escape or Clear. */
  readonly onSearch: (words: string) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly className?: string;
  readonly words: { readonly search: string; readonly searchHint: string; readonly clearSearch: string };
};

/** Searches while one types. */
export function SearchField({ value, onSearch, inputRef, className, words }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The address changed without us (Back, Clear filters): the field follows, unless somebody is typing in it.
    if (document.activeElement !== inputRef.current) setTyped(value);
  }, [value, inputRef]);

  function search(next: string, waitMs: number) {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
  }

  return (
    <search className={classNames('relative block', className)}>
      <label htmlFor={id} className="sr-only">
        {words.search}
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={inputRef}
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={words.searchHint}
        value={typed}
        onChange={(event) => search(event.currentTarget.value, 250)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(typed, 0);
          if (event.key === 'Escape' && typed !== '') search('', 0);
          else if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className={classNames(controlClass, 'h-8.5 ps-8.5 pe-9')}
      />
      {typed === '' ? (
        <Kbd
          keys="/"
          className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 max-phone:hidden"
        />
      ) : (
        <button
          type="button"
          aria-label={words.clearSearch}
          onClick={() => {
            search('', 0);
            inputRef.current?.focus();
          }}
          className="absolute end-1 top-1/2 grid size-6.5 -translate-y-1/2 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </search>
  );
}
