'use client';

import { type ClipboardEvent, useState } from 'react';
import type { EvidenceFields } from '@/lib/domain/evidence';
import { evidenceFrom } from '@/lib/domain/source';
import { card as cardWords } from '../messages/card';
import { evidenceWords } from '../messages/evidence-words';
import { sources as sourcesWords } from '../messages/sources';
import { Combobox } from '../ui/Combobox';
import { useSourceSuggestions } from './use-source-suggestions';

type SourceTitleFieldProps = {
  readonly values: EvidenceFields;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<EvidenceFields>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
};

const words = sourcesWords.suggest;

/** The title of evidence. While it is typed, sources of the library that match are offered: one fills in the form. */
export function SourceTitleField({ values, error, onChange, onPaste }: SourceTitleFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isLinked = (values.sourceId ?? null) !== null;
  const sources = useSourceSuggestions(isLinked ? null : typed);

  function choose(id: string): void {
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined) return;
    setTyped(null);
    onChange(evidenceFrom(source));
  }

  return (
    <div className="flex flex-col gap-1">
      <Combobox
        label={cardWords.evidence.title}
        autoFocus
        maxLength={500}
        value={values.title}
        error={error}
        suggestions={sources.map(({ id, title, address, type }) => ({
          id,
          title,
          detail: [evidenceWords.evidenceTypes[type], ...(address === null ? [] : [address])].join(' · '),
        }))}
        listLabel={words.list}
        found={words.found}
        onChoose={choose}
        onChange={({ target }) => {
          setTyped(target.value);
          onChange({ title: target.value });
        }}
        onPaste={onPaste}
      />
      {isLinked ? (
        <p className="text-xs text-ink-2">
          {words.linked}{' '}
          <button
            type="button"
            onClick={() => onChange({ sourceId: null })}
            className="min-h-6 rounded-sm px-1 font-medium underline decoration-line-3 underline-offset-3 hover:text-ink"
          >
            {words.unlink}
          </button>
        </p>
      ) : null}
    </div>
  );
}
