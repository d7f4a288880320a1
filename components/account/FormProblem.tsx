'use client';

import { useEffect } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import { Notice } from '../ui/Notice';

/** What is wrong with a form as a whole; takes the reader to the first faulty field, whose id is its name. */
export function FormProblem({ state }: { readonly state: FormState<unknown> }) {
  useEffect(() => {
    if (state.status !== 'failed') return;
    const [field] = Object.keys(state.fields);
    if (field !== undefined) document.getElementById(field)?.focus();
  }, [state]);

  if (state.status !== 'failed' || state.message === undefined) return null;
  return (
    <Notice tone="danger" role="alert">
      {state.message}
    </Notice>
  );
}
