'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './Kbd';
import { pageContent } from './page-content';

type MenuProps = {
  /** The button that opens it: one element that takes a ref and spreads its props. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
};

/** A list of actions behind a button. */
export function Menu({ trigger, children, side = 'bottom', align = 'start' }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal container={pageContent}>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40 outline-none"
        >
          <Base.Popup className="max-h-(--available-height) min-w-52 overflow-y-auto rounded-xl border border-line-2 bg-sheet p-1 shadow-lift outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = {
  readonly children: ReactNode;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  /** The keys that do the same: "Ctrl Z". */
  readonly keys?: string | undefined;
  readonly danger?: boolean;
  /** Why it cannot be used now; shown below its name. */
  readonly reason?: string | undefined;
};

/** One action. */
export function MenuItem({ children, onSelect, icon, keys, danger = false, reason }: MenuItemProps) {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={reason !== undefined}
      className={classNames(itemClass, danger && 'text-danger')}
    >
      {icon === undefined ? null : <span className={iconClass}>{icon}</span>}
      <span className="flex-1">
        {children}
        {reason === undefined ? null : <span className="block text-xs text-ink-2">{reason}</span>}
      </span>
      {keys === undefined ? null : <Kbd keys={keys} className="ms-4" />}
    </Base.Item>
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
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={itemClass}>
      {icon === undefined ? null : <span className={iconClass}>{icon}</span>}
      {children}
    </Base.LinkItem>
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
    <Base.LinkItem closeOnClick href={href} {...where} className={itemClass}>
      {icon === undefined ? null : <span className={iconClass}>{icon}</span>}
      <span className="flex-1">
        {children}
        {hint === undefined ? null : <span className="block text-xs text-ink-2">{hint}</span>}
      </span>
    </Base.LinkItem>
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
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <MenuHeading>{label}</MenuHeading>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick={false} className={itemClass}>
          <span className={iconClass}>
            <Base.RadioItemIndicator>
              <Check aria-hidden />
            </Base.RadioItemIndicator>
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Names the group of items it stands in; use inside `MenuGroup`. */
export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <Base.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs text-ink-3">{children}</Base.GroupLabel>;
}

/** Items that belong together. */
export function MenuGroup({ children }: { readonly children: ReactNode }) {
  return <Base.Group>{children}</Base.Group>;
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 border-t" />;
}

const itemClass =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2.5 py-1 outline-none select-none data-disabled:text-ink-3 data-highlighted:bg-wash forced-colors:data-highlighted:outline-2';
const iconClass = 'grid size-4 shrink-0 place-items-center text-ink-3 [&_svg]:size-4';
