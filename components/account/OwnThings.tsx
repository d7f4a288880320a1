'use client';

import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toast';
import type { FormAction } from './form-action';
import { useSend } from './use-send';

/** Lines of one's own things (sessions, teams, tokens), each with one thing to do about it. */
export function OwnThings({ children }: { readonly children: ReactNode }) {
  return <ul className="flex flex-col">{children}</ul>;
}

type OwnThingProps = {
  readonly title: ReactNode;
  readonly meta: ReactNode;
  /** What stands instead of a button. */
  readonly state?: ReactNode;
  readonly act?:
    | {
        readonly action: FormAction;
        readonly values: Readonly<Record<string, string>>;
        readonly label: string;
        readonly fullLabel: string;
        readonly danger?: boolean;
        readonly done?: string;
      }
    | undefined;
};

/** One line. */
export function OwnThing({ title, meta, state, act }: OwnThingProps) {
  const [busy, send] = useSend();
  const toast = useToast();

  function run() {
    if (act === undefined) return;
    const { action, values, done } = act;
    send(action, values, () => {
      if (done !== undefined) toast.show({ message: done });
    });
  }

  return (
    <li className="flex items-center gap-4 border-b py-2.5 first:pt-0 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{title}</p>
        <p className="text-xs text-ink-2">{meta}</p>
      </div>
      {state}
      {act === undefined ? null : (
        <Button
          size="sm"
          variant={act.danger ? 'danger' : 'outline'}
          busy={busy}
          aria-label={act.fullLabel}
          onClick={run}
        >
          {act.label}
        </Button>
      )}
    </li>
  );
}
