import type { ReactNode } from 'react';
import { messages } from '../messages';
import { contentId } from '../ui/page-content';
import { Logo } from './Logo';

type PublicPageProps = {
  readonly title: string;
  /** One or two sentences below the title. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** Small words below the content. */
  readonly foot?: ReactNode;
};

/** The frame of pages for people who are not signed in: one quiet column. */
export function PublicPage({ title, lead, children, foot }: PublicPageProps) {
  return (
    <div className="flex min-h-dvh flex-col px-5">
      <header className="flex items-center gap-2.5 py-5">
        <Logo className="size-8" />
        <span className="font-serif text-lg font-semibold">{messages.shell.product}</span>
      </header>
      <main
        id={contentId}
        tabIndex={-1}
        className="mx-auto flex w-full max-w-form flex-1 flex-col justify-center pt-6 pb-16 outline-none"
      >
        <h1 className="font-serif text-2xl font-semibold tracking-tight text-balance">{title}</h1>
        {lead === undefined ? null : <div className="mt-2 text-md text-pretty text-ink-2">{lead}</div>}
        {children === undefined ? null : <div className="mt-7">{children}</div>}
        {foot === undefined ? null : (
          <div className="mt-7 border-t pt-4 text-sm text-pretty text-ink-2">{foot}</div>
        )}
      </main>
      <footer className="py-5 text-center text-xs text-ink-3">{messages.shell.tagline}</footer>
    </div>
  );
}
