'use client';

import { useState } from 'react';
import type { z } from 'zod';
import { type FieldProblems, noProblems, problemsOf } from '../field-problems';

type CheckedFields<Fields> = {
  readonly problems: FieldProblems;
  readonly change: (changes: Partial<Fields>) => void;
  readonly save: () => void;
};

/** The fields of a form whose schema says, on saving, what is wrong beside each of them. */
export function useCheckedFields<Fields extends object>(
  schema: z.ZodType<Fields>,
  values: Fields,
  { onChange, onSave }: { onChange: (values: Fields) => void; onSave: (fields: Fields) => void },
): CheckedFields<Fields> {
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  return {
    problems,
    change(changes) {
      setProblems(noProblems);
      onChange({ ...values, ...changes });
    },
    save() {
      const checked = schema.safeParse(values);
      if (checked.success) onSave(checked.data);
      else setProblems(problemsOf(checked.error));
    },
  };
}
