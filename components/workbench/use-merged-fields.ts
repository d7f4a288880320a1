'use client';

import { useState } from 'react';
import type { z } from 'zod';
import { mergeFields } from '@/lib/workbench/field-merge';
import { clashProblems, type FieldProblems, noProblems, problemsOf } from './field-problems';

type Typed<Fields> = {
  readonly values: Fields;
  /** The version and values that a change began from; null for a new thing. */
  readonly base: { readonly version: number; readonly values: Fields } | null;
};

type MergedFieldsOptions<Fields> = {
  /** The thing under change as it stands now; absent for a new one. */
  readonly now: { readonly version: number; readonly values: Fields } | undefined;
  readonly onChange: (typed: Typed<Fields>) => void;
  /** Absent where the thing is always there. */
  readonly onCreate?: (fields: Fields) => void;
  /** Only what is still to be changed of the thing as it stands now; nothing where somebody else has said the same. */
  readonly onSave: (changes: Partial<Fields>, version: number) => void;
};

/** Fields on a card that others may change meanwhile: where both have, one is chosen before anything is saved. */
export function useMergedFields<Fields extends object>(
  schema: z.ZodType<Fields>,
  { values, base }: Typed<Fields>,
  { now, onChange, onCreate, onSave }: MergedFieldsOptions<Fields>,
) {
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const under = base === null || now === undefined ? undefined : { base: base.values, ...now };

  function write(typed: Typed<Fields>): void {
    setProblems(noProblems);
    onChange(typed);
  }

  function save(): void {
    const checked = schema.safeParse(values);
    if (!checked.success) {
      setProblems(problemsOf(checked.error));
      return;
    }
    if (under === undefined) {
      onCreate?.(checked.data);
      return;
    }
    const { changes, clashes } = mergeFields(under.base, checked.data, under.values);
    if (clashes.length > 0) setProblems(clashProblems(clashes.map(String)));
    else onSave(changes, under.version);
  }

  return {
    problems,
    change: (changes: Partial<Fields>) => write({ values: { ...values, ...changes }, base }),
    save,
    /** What `FieldClashes` shows; absent for a new thing. */
    clashing: under && {
      clashes: mergeFields(under.base, values, under.values).clashes,
      base: under.base,
      mine: values,
      theirs: under.values,
      onSettled: (mine: Fields, from: Fields) =>
        write({ values: mine, base: { version: under.version, values: from } }),
    },
  };
}
