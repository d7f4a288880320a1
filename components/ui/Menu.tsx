'use client';

import {
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { MenuContext } from './menu-context';
import { popupHome } from './page-content';
import type { Align, Side } from './place-popup';
import { movePopup, showPopup } from './popup-element';
import { moveFocus } from './roving-focus';

export {
  MenuCheck,
  MenuFile,
  MenuGroup,
  MenuHeading,
  MenuItem,
  MenuLink,
  MenuRadios,
  MenuSeparator,
} from './MenuItem';

type TriggerProps = {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly 'data-popup-open': '' | undefined;
};

type MenuProps = {
  /** The button that opens it: one element that passes its props on to a button. */
  readonly trigger: ReactElement<Partial<TriggerProps>>;
  readonly children: ReactNode;
  readonly side?: Side;
  readonly align?: Align;
};

/** A list of actions behind a button: arrows, Home, End and first letters move, Enter or Space does, Escape leaves. */
export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  const id = useId();
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [startAt, setStartAt] = useState<'first' | 'last' | 'none'>('none');
  const open = button !== null;

  function toggle(event: MouseEvent<HTMLElement>) {
    // A click by keyboard has no pointer: then the first item takes the focus.
    setStartAt(event.detail === 0 ? 'first' : 'none');
    setButton(open ? null : event.currentTarget);
  }
  function openByArrow(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setStartAt(event.key === 'ArrowDown' ? 'first' : 'last');
    setButton(event.currentTarget);
  }
  const close = useCallback(
    (returnFocus: boolean) => {
      if (returnFocus) button?.focus();
      setButton(null);
    },
    [button],
  );

  return (
    <>
      {cloneElement(trigger, {
        onClick: toggle,
        onKeyDown: openByArrow,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        'data-popup-open': open ? '' : undefined,
      })}
      {button === null ? null : (
        <MenuPopup id={id} button={button} side={side} align={align} startAt={startAt} onClose={close}>
          {children}
        </MenuPopup>
      )}
    </>
  );
}

type MenuPopupProps = {
  readonly id: string;
  readonly button: HTMLElement;
  readonly side: Side;
  readonly align: Align;
  readonly startAt: 'first' | 'last' | 'none';
  readonly onClose: (returnFocus: boolean) => void;
  readonly children: ReactNode;
};

function MenuPopup({ id, button, side, align, startAt, onClose, children }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const context = useMemo(() => ({ close: () => onClose(true) }), [onClose]);

  useLayoutEffect(() => {
    const element = popup.current;
    if (element === null) return;
    showPopup(element, button, side, align, 6);
    if (startAt === 'none') element.focus();
    else
      itemsOf(element)
        .at(startAt === 'first' ? 0 : -1)
        ?.focus();
    const follow = () => movePopup(element, button, side, align, 6);
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, { capture: true });
      window.removeEventListener('resize', follow);
    };
  }, [button, side, align, startAt]);

  useEffect(() => {
    const leave = (event: Event) => {
      const target = event.target;
      if (target instanceof Node && (popup.current?.contains(target) || button.contains(target))) return;
      onClose(false);
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('focusin', leave);
    };
  }, [button, onClose]);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    // What is pressed in a menu is for the menu, not for the page around it.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (event.key === 'Tab') {
      onClose(true);
    } else if (moveFocus(event.key, itemsOf(event.currentTarget), 'vertical') !== undefined) {
      event.preventDefault();
    } else if (
      event.key.length === 1 &&
      event.key !== ' ' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      event.preventDefault();
      typed.current = addLetter(typed.current, event.key, event.timeStamp);
      focusByText(itemsOf(event.currentTarget), typed.current.text);
    }
  }

  return createPortal(
    <div
      ref={popup}
      id={id}
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-label={button.getAttribute('aria-label') ?? button.textContent}
      onKeyDown={press}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] min-w-52 overflow-y-auto rounded-xl border border-line-2 bg-sheet p-1 font-sans text-base text-ink shadow-lift transition-opacity starting:opacity-0 print:hidden"
    >
      <MenuContext value={context}>{children}</MenuContext>
    </div>,
    popupHome(button),
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

function addLetter(typed: { text: string; at: number }, letter: string, at: number) {
  return { text: (at - typed.at < 700 ? typed.text : '') + letter.toLocaleLowerCase(), at };
}

function focusByText(items: readonly HTMLElement[], text: string) {
  items.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(text))?.focus();
}
