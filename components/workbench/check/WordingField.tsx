'use client';

import { useDeferredValue } from 'react';
import { check } from '../../messages/check';
import { TextArea } from '../../ui/TextArea';
import { WordDiff } from '../../wording/WordDiff';

const words = check.form;

type WordingFieldProps = {
  readonly passage: string;
  /** Null until somebody writes: then the passage stands in it. */
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (wording: string) => void;
};

/** The correction proposed for the passage, and below it, while one writes, which words change. */
export function WordingField({ passage, value, error, onChange }: WordingFieldProps) {
  const wording = useDeferredValue(value ?? passage);
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label={words.fields.suggestedWording}
        rows={2}
        dir="auto"
        maxLength={10_000}
        value={value ?? passage}
        error={error}
        onChange={({ target }) => onChange(target.value)}
      />
      <section aria-label={words.changes} className="rounded-md bg-wash px-2.5 py-1.5">
        {wording.trim() === passage.trim() ? (
          <p className="text-xs text-ink-2">{words.wordingSame}</p>
        ) : (
          <p className="text-base">
            <WordDiff before={passage} after={wording} />
          </p>
        )}
      </section>
    </div>
  );
}
