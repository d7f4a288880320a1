'use client';

import { FailurePage } from '@/components/shell/FailurePage';

/** A page failed; the frame around it still stands. */
export default function PageError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return <FailurePage error={error} retry={retry} />;
}
