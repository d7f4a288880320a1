/** Whether a key on the page may be a command at all: nobody has used it, and no dialog, menu or list has the focus. */
export function mayAct(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const { target } = event;
  if (target instanceof Element && target.closest(overlays) !== null) return false;
  return document.querySelector('dialog:modal') === null;
}

/** Whether text is being written where a key goes: there letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('textarea, select') !== null) return true;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio'].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

const overlays = '[role="alertdialog"], [role="menu"], [role="listbox"]';
