'use client';

import { useEffect } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import { Problem } from '../ui/Notice';

/** What is wrong with a form as a whole; takes the reader to the first faulty field, whose id is its name. */
export function FormProblem({ state }: { readonly state: FormState<unknown> }) {
  useEffect(() => {
    if (state.status !== 'failed') return;
    const [field] = Object.keys(state.fields);
    if (field !== undefined) document.getElementById(field)?.focus();
  }, [state]);

  return <Problem>{state.status === 'failed' ? state.message : undefined}</Problem>;
}
