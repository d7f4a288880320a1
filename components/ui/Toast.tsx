'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../messages';
import { ToastItem } from './ToastItem';
import type { ShownToast, ToastRequest } from './toast-request';

/** Shows and closes toasts. F6 moves the focus into them. */
export type Toaster = {
  readonly show: (toast: ToastRequest) => string;
  readonly close: (id: string) => void;
};

/** The toaster of the page; it never changes. Throws outside of a ToastProvider. */
export function useToast(): Toaster {
  const toaster = useContext(ToasterContext);
  if (toaster === undefined) throw new Error('useToast needs a ToastProvider around it.');
  return toaster;
}

/** Gives the page its toasts; stands once, around everything. Shows the latest three. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const region = useRef<HTMLElement>(null);
  const toaster = useMemo<Toaster>(() => {
    let count = 0;
    return {
      show(request) {
        count += 1;
        const id = `toast-${count}`;
        setToasts((shown) => [...shown, { ...request, id }].slice(-3));
        return id;
      },
      close: (id) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    };
  }, []);

  useEffect(() => {
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      const button = region.current?.querySelector('button');
      if (!button) return;
      event.preventDefault();
      button.focus();
    };
    document.addEventListener('keydown', enter);
    return () => document.removeEventListener('keydown', enter);
  }, []);

  return (
    <ToasterContext value={toaster}>
      {children}
      <section
        ref={region}
        aria-label={messages.ui.notifications}
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 mx-auto flex w-[min(30rem,100vw)] flex-col gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] print:hidden"
      >
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onClose={toaster.close} />
        ))}
      </section>
    </ToasterContext>
  );
}

const ToasterContext = createContext<Toaster | undefined>(undefined);
