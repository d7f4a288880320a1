'use client';

import { useEffect, useRef } from 'react';
import { messages } from '../messages';

type ErrorSummaryProps = {
  /** What is wrong, each with the id of its control where there is one. */
  readonly errors: readonly { readonly message: string; readonly fieldId?: string | undefined }[];
  readonly title?: string | undefined;
};

/** All that must be corrected in a form, above it; takes the focus when it appears or changes. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => error.message).join('\n');

  useEffect(() => {
    if (key !== '') box.current?.focus();
  }, [key]);

  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-lg border border-danger/40 bg-danger-bg px-3.5 py-2.5 text-danger"
    >
      <p className="font-semibold">{title ?? messages.ui.errorSummary.title(errors.length)}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            {error.fieldId === undefined ? (
              error.message
            ) : (
              <a href={`#${error.fieldId}`} className="underline underline-offset-2">
                {error.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
