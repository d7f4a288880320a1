'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { ToastProvider } from '../ui/Toast';

type ProvidersProps = {
  /** This answer's CSP nonce, for what the furniture must write into the page. */
  readonly nonce: string | undefined;
  readonly children: ReactNode;
};

/** What every page needs around it. */
export function Providers({ nonce, children }: ProvidersProps) {
  return (
    <CSPProvider {...(nonce === undefined ? {} : { nonce })}>
      <Tooltip.Provider delay={400} timeout={300}>
        <ToastProvider>{children}</ToastProvider>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
