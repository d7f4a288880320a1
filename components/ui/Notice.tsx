import type { ReactNode } from 'react';
import { classNames } from './class-names';

type NoticeProps = {
  readonly tone?: 'plain' | 'danger' | 'warn' | 'ok';
  readonly children: ReactNode;
  /** Said aloud when it appears: `alert` at once, `status` when the reader is free. */
  readonly role?: 'alert' | 'status' | undefined;
  readonly className?: string | undefined;
};

/** A sentence that stands in the page: what happened, or what to know before going on. */
export function Notice({ tone = 'plain', children, role, className }: NoticeProps) {
  return (
    <div role={role} className={classNames('rounded-lg border px-3.5 py-2.5', tones[tone], className)}>
      {children}
    </div>
  );
}

type ProblemProps = { readonly children: string | null | undefined; readonly className?: string | undefined };

/** What went wrong, said at once; nothing where nothing did. */
export function Problem({ children, className }: ProblemProps) {
  if (children === null || children === undefined) return null;
  return (
    <Notice tone="danger" role="alert" className={className}>
      {children}
    </Notice>
  );
}

const tones = {
  plain: 'border-line-2 bg-wash text-ink',
  danger: 'border-danger/25 bg-danger-bg text-danger',
  warn: 'border-warn/25 bg-warn-bg text-warn',
  ok: 'border-ok/25 bg-ok-bg text-ok',
};
