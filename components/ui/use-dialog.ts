'use client';

import {
  type PointerEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

type DialogBehaviour = {
  readonly modal: boolean;
  readonly onClose: () => void;
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
};

/**
 * Opens the platform's own dialog while the component is mounted: it traps the focus when modal,
 * answers Escape and a press outside, and gives the focus back when it goes.
 */
export function useDialog({ modal, onClose, initialFocus }: DialogBehaviour) {
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef(onClose);
  useEffect(() => {
    leave.current = onClose;
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (modal) element.showModal();
    else element.show();
    initialFocus?.current?.focus();
    return () => element.close();
  }, [modal, initialFocus]);

  useEffect(() => {
    if (modal) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && dialog.current?.contains(document.activeElement)) leave.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [modal]);

  return {
    ref: dialog,
    onCancel(event: SyntheticEvent<HTMLDialogElement>) {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose();
    },
    onPointerDown(event: PointerEvent<HTMLDialogElement>) {
      if (modal && event.target === event.currentTarget) onClose();
    },
  };
}
