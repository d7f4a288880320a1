import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FormState } from '@/lib/domain/form-state';

/** Says beside the button that the form has done its work; heard by screen readers. */
export function FormSaved({
  state,
  children,
}: {
  readonly state: FormState<unknown>;
  readonly children: ReactNode;
}) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm text-ok">
      {state.status === 'done' ? (
        <>
          <Check aria-hidden className="size-4 shrink-0" />
          {children}
        </>
      ) : null}
    </p>
  );
}
