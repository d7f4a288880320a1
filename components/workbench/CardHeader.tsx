'use client';

import { Check, Flag as FlagIcon, Split, TriangleAlert } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { type Annotation, findOpenFlag } from '@/lib/domain/annotation';
import type { CheckStatus } from '@/lib/domain/check';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { StatusChip } from '../ui/StatusChip';
import { markText, priorityTone, statusTone } from './mark-look';
import { useCompanyOn } from './presence/company-store';
import { Signature } from './Signature';
import { useWorkbench } from './workbench-context';

const MarkMenu = lazy(async () => ({ default: (await import('./MarkMenu')).MarkMenu }));

const CardCompany = lazy(async () => ({
  default: (await import('./presence/CardCompany')).CardCompany,
}));

const words = messages.margin.card;

type CardHeaderProps = {
  readonly annotation: Annotation;
  readonly isOpen: boolean;
  readonly isPending: boolean;
};

/** Mark, flag, status, author and time. The mark's name opens and closes the card. */
export function CardHeader({ annotation, isOpen, isPending }: CardHeaderProps) {
  const { setActive, unread } = useWorkbench();
  const { mark } = annotation;
  const company = useCompanyOn(annotation.id);
  const status = isChecked(annotation) ? annotation.check.status : 'unchecked';
  const flag = findOpenFlag(annotation);
  return (
    <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
      <button
        type="button"
        data-card-toggle
        aria-expanded={isOpen}
        aria-label={words.name(messages.words.marks[mark], annotation.anchor.exact)}
        onClick={() => setActive(isOpen ? null : annotation.id, 'key')}
        className={classNames(
          '-mx-1 min-h-6 rounded-sm px-1 font-semibold whitespace-nowrap',
          markText[mark],
        )}
      >
        {messages.words.marks[mark]}
      </button>
      {unread.has(annotation.id) && !isOpen ? (
        <span
          className="size-2 shrink-0 rounded-full bg-pencil forced-colors:bg-[Highlight]"
          title={words.unread}
        >
          <span className="sr-only">{words.unread}</span>
        </span>
      ) : null}
      {isOpen ? (
        <Suspense>
          <MarkMenu annotation={annotation} />
        </Suspense>
      ) : null}
      {flag === undefined ? null : (
        <StatusChip tone={priorityTone[flag.priority]} icon={<FlagIcon aria-hidden />}>
          <span aria-hidden>{messages.words.flagPriorities[flag.priority]}</span>
          <span className="sr-only">
            {messages.margin.flag.priorityOf(messages.words.flagPriorities[flag.priority])}
          </span>
        </StatusChip>
      )}
      {status === 'unchecked' ? null : (
        <StatusChip tone={statusTone[status]} icon={statusIcon[status]}>
          {messages.words.checkStatuses[status]}
        </StatusChip>
      )}
      <span className="min-w-0 flex-1" />
      {company.length === 0 ? null : (
        <Suspense>
          <CardCompany people={company} isClaim={isChecked(annotation)} />
        </Suspense>
      )}
      {isPending ? (
        // Most changes are saved before anybody could read this.
        <span className="text-ink-3 opacity-100 transition-opacity delay-500 starting:opacity-0">
          {words.pending}
        </span>
      ) : (
        <Signature personId={annotation.authorId} at={annotation.createdAt} />
      )}
    </div>
  );
}

const statusIcon: Partial<Readonly<Record<CheckStatus, ReactNode>>> = {
  signed_off: <Check aria-hidden />,
  disputed: <Split aria-hidden />,
  stale: <TriangleAlert aria-hidden />,
};
