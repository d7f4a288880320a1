'use client';

import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { historyAddress } from '../history/history-address';
import { messages } from '../messages';
import { HandOutLink } from '../queue/HandOutLink';
import { WayBack } from '../queue/WayBack';
import { ExportButton } from '../report/ExportButton';
import { revisionsAddress } from '../revisions/revisions-address';
import { WarmLink } from '../shell/WarmLink';
import { Tooltip } from '../ui/Tooltip';
import { headerId } from './header-height';
import { companySlotId } from './presence/slot';

type WorkbenchHeaderProps = {
  readonly articleId: string;
  readonly title: string;
  readonly revisionNumber: number;
  readonly saveLine: ReactNode;
  readonly gauge: ReactNode;
  /** Nothing for who can neither give a sign-off nor see one. */
  readonly signOff: ReactNode;
  /** The way to the session, or to opening one. */
  readonly session: ReactNode;
  /** Whether this person may split the open claims among people. */
  readonly mayHandOut: boolean;
  /** The way to the right-of-reply log. */
  readonly replies: ReactNode;
};

const words = messages.workbench;

/** What matters of the article, always in sight: title, revision, saved, coverage, people, sign-off, export. */
export function WorkbenchHeader({
  articleId,
  title,
  revisionNumber,
  saveLine,
  gauge,
  signOff,
  session,
  mayHandOut,
  replies,
}: WorkbenchHeaderProps) {
  return (
    <header
      id={headerId}
      className="sticky top-0 z-20 flex h-14 items-center gap-x-3.5 border-b bg-paper px-4 py-2 max-phone:gap-x-1.5 max-phone:px-3 print:static print:border-0 print:px-0"
    >
      <WayBack />
      {/* A phone shows the state of one's work below the headline, so that both can be read. */}
      <div className="contents max-phone:block max-phone:min-w-0 max-phone:flex-1">
        <h1
          className="min-w-0 max-w-[44ch] truncate xl:max-w-[72ch] text-md font-semibold max-phone:text-sm max-phone:leading-4.5 print:max-w-none print:whitespace-normal"
          title={title}
        >
          {title}
        </h1>
        <div className="flex min-w-0 shrink-0 items-center gap-1.5 text-[0.78125rem] whitespace-nowrap text-ink-3 max-phone:block max-phone:text-2xs max-phone:leading-3.5 max-phone:whitespace-normal">
          <span className="max-md:hidden">
            <WarmLink
              href={revisionsAddress(articleId)}
              className="underline-offset-3 hover:text-ink hover:underline"
            >
              {words.revision(revisionNumber)}
            </WarmLink>{' '}
            ·
          </span>
          {saveLine}
        </div>
      </div>
      <div className="flex-1 max-phone:hidden" />
      {gauge}
      <div id={companySlotId} className="shrink-0 empty:hidden print:hidden" />
      <div className="shrink-0 empty:hidden max-lg:hidden print:hidden">{signOff}</div>
      <div className="shrink-0 empty:hidden max-md:hidden print:hidden">{session}</div>
      {mayHandOut ? <HandOutLink articleId={articleId} /> : null}
      <div className="flex shrink-0 items-center gap-2 max-phone:gap-0.5 print:hidden">
        {replies}
        <HistoryLink articleId={articleId} />
        <ExportButton articleId={articleId} />
      </div>
    </header>
  );
}

/** The way to everything that happened on the article. */
function HistoryLink({ articleId }: Pick<WorkbenchHeaderProps, 'articleId'>) {
  return (
    <Tooltip content={words.history} side="bottom">
      <WarmLink
        href={historyAddress(articleId)}
        aria-label={words.history}
        className="grid size-8 place-items-center rounded-md text-ink-2 hover:bg-wash hover:text-ink"
      >
        <History aria-hidden className="size-4.5" strokeWidth={1.8} />
      </WarmLink>
    </Tooltip>
  );
}
