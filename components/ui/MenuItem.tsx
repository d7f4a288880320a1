'use client';

import { Check } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './Kbd';
import { useCloseMenu } from './menu-context';

type MenuItemProps = {
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  /** The keys that do the same: "Ctrl Z". */
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  /** Why it cannot be used now; shown below its name. It stays reachable, so that the reason can be read. */
  readonly reason?: string | undefined;
};

/** One action. The menu closes and its button has the focus before the action runs. */
export function MenuItem({ children, onSelect, icon, keys, danger = false, reason }: MenuItemProps) {
  const close = useCloseMenu();
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={reason === undefined ? undefined : true}
      onPointerMove={focusItem}
      onClick={() => {
        if (reason !== undefined) return;
        close();
        onSelect();
      }}
      className={classNames(itemClass, danger && 'text-danger')}
    >
      <ItemText icon={icon} below={reason}>
        {children}
      </ItemText>
      {keys === undefined ? null : <Kbd keys={keys} className="ms-4" />}
    </button>
  );
}

/** A link to a page. */
export function MenuLink<Path extends string>({
  href,
  children,
  icon,
}: {
  readonly href: Route<Path>;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
}) {
  return (
    <Link
      href={href}
      role="menuitem"
      tabIndex={-1}
      onPointerMove={focusItem}
      onClick={useCloseMenu()}
      className={itemClass}
    >
      <ItemText icon={icon}>{children}</ItemText>
    </Link>
  );
}

type MenuFileProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  /** What it is, below its name. */
  readonly hint?: string;
  /** Opens it in a new tab instead of downloading it. */
  readonly show?: boolean;
};

/** A file to download, or to look at in a new tab. */
export function MenuFile({ href, children, icon, hint, show = false }: MenuFileProps) {
  const where = show ? { target: '_blank', rel: 'noopener' } : { download: true };
  return (
    <a
      href={href}
      {...where}
      role="menuitem"
      tabIndex={-1}
      onPointerMove={focusItem}
      onClick={useCloseMenu()}
      className={itemClass}
    >
      <ItemText icon={icon} below={hint}>
        {children}
      </ItemText>
    </a>
  );
}

type MenuRadiosProps<Value extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One choice of a few; choosing leaves the menu open, so that the effect can be seen. */
export function MenuRadios<Value extends string>({
  label,
  options,
  value,
  onChange,
}: MenuRadiosProps<Value>) {
  return (
    <fieldset>
      <MenuHeading>{label}</MenuHeading>
      {options.map((option) => (
        <ChoiceItem
          key={option.value}
          role="menuitemradio"
          checked={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.label}
        </ChoiceItem>
      ))}
    </fieldset>
  );
}

type MenuCheckProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
};

/** One thing to switch on or off; the menu stays open. */
export function MenuCheck({ checked, onChange, children }: MenuCheckProps) {
  return (
    <ChoiceItem role="menuitemcheckbox" checked={checked} onPress={() => onChange(!checked)}>
      {children}
    </ChoiceItem>
  );
}

/** Names the group it stands in: the first thing inside a MenuGroup. */
export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <legend className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{children}</legend>;
}

/** Items that belong together. */
export function MenuGroup({ children }: { readonly children: ReactNode }) {
  return <fieldset>{children}</fieldset>;
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-t" />;
}

type ChoiceItemProps = {
  readonly role: 'menuitemradio' | 'menuitemcheckbox';
  readonly checked: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function ChoiceItem({ role, checked, onPress, children }: ChoiceItemProps) {
  return (
    <button
      type="button"
      {...{ role, 'aria-checked': checked }}
      tabIndex={-1}
      onPointerMove={focusItem}
      onClick={onPress}
      className={itemClass}
    >
      <ItemText icon={checked ? <Check aria-hidden /> : <span />}>{children}</ItemText>
    </button>
  );
}

type ItemTextProps = {
  readonly icon: ReactNode;
  readonly below?: string | undefined;
  readonly children: ReactNode;
};

function ItemText({ icon, below, children }: ItemTextProps) {
  return (
    <>
      {icon === undefined ? null : (
        <span className="grid size-4 shrink-0 place-items-center text-ink-3 [&_svg]:size-4">{icon}</span>
      )}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        {children}
        {below === undefined ? null : <span className="basis-full text-xs text-ink-2">{below}</span>}
      </span>
    </>
  );
}

function focusItem(event: { readonly currentTarget: HTMLElement }) {
  if (event.currentTarget !== document.activeElement) event.currentTarget.focus({ preventScroll: true });
}

const itemClass =
  'flex min-h-8 w-full cursor-default! items-center gap-2 rounded-md px-2.5 py-1 text-start select-none aria-disabled:text-ink-3 focus:bg-wash focus:outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-pencil';
