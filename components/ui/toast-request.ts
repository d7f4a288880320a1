/** What somebody wants said in a toast. */
export type ToastRequest = {
  readonly message: string;
  /** `danger` is spoken at once, the others when the reader is free. */
  readonly tone?: 'plain' | 'danger';
  /** Takes the action back; shows the button "Undo" and stays longer. */
  readonly onUndo?: (() => void) | undefined;
  /** Another action than Undo. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
  /** How long it stays; 0 keeps it until it is dismissed. It waits while pointed at or focused. */
  readonly timeoutMs?: number | undefined;
};

/** A toast on the page. */
export type ShownToast = ToastRequest & { readonly id: string };
