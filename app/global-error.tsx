'use client';

import { messages } from '@/components/messages';
import { FailurePage } from '@/components/shell/FailurePage';
import './globals.css';

/** The root layout itself failed: this page brings its own document. */
export default function GlobalError({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>{`${messages.shell.failed.title} · ${messages.shell.product}`}</title>
        <FailurePage error={error} retry={retry} />
      </body>
    </html>
  );
}
