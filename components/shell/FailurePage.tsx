'use client';

import { messages } from '../messages';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';
import { PublicPage } from './PublicPage';

type FailurePageProps = {
  /** What was thrown; its digest is the number under which the server logged it. */
  readonly error: unknown;
  readonly retry: () => void;
};

/** What stands where a page failed: what happened, what to do now, and the number for the operator. */
export function FailurePage({ error, retry }: FailurePageProps) {
  const words = messages.shell.failed;
  const id = digestOf(error);
  return (
    <PublicPage title={words.title} lead={words.body} foot={id === undefined ? undefined : words.number(id)}>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {words.retry}
        </Button>
        {/* A plain link: a whole new page, whatever state this one is in. */}
        <a href="/articles" className={buttonClass('outline', 'md')}>
          {words.home}
        </a>
      </div>
    </PublicPage>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
