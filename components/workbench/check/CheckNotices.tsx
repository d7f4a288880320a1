'use client';

import { Hourglass, MessageSquareWarning, RotateCcw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { openSecondChecks } from '@/lib/domain/check';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { Signature } from '../Signature';
import { useWorkbench } from '../workbench-context';

const words = check.notices;

/** What holds a check up or has brought it back: waiting, reopened, disputed, stale. */
export function CheckNotices({ annotation }: { readonly annotation: Annotation }) {
  const { waiting, reopened, dispute, decision, staleness } = annotation.check;
  // A second check that differs says all that the dispute it began would say again.
  const isSaid = openSecondChecks(annotation.check).some(
    ({ byId, at }) => byId === dispute?.byId && at === dispute.at,
  );
  return (
    <>
      {staleness === null ? null : <Staleness staleness={staleness} />}
      {waiting === null ? null : (
        <Said icon={<Hourglass aria-hidden />} what={words.waiting[waiting.on]} {...waiting} />
      )}
      {reopened === null ? null : (
        <Said icon={<RotateCcw aria-hidden />} what={words.reopened} {...reopened} />
      )}
      {dispute === null || isSaid ? null : (
        <Said
          icon={<MessageSquareWarning aria-hidden className={decision === null ? 'text-danger' : ''} />}
          what={words.disputed}
          {...dispute}
        />
      )}
    </>
  );
}

type Happened = { readonly byId: string; readonly at: string };

type SaidProps = Happened & { readonly icon: ReactNode; readonly what: string; readonly reason: string };

/** Something that somebody did, and why. */
function Said({ icon, what, reason, byId, at }: SaidProps) {
  return (
    <div className="mt-0.5 text-sm">
      <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2 [&>svg]:size-3.5 [&>svg]:shrink-0">
        {icon}
        <span className="font-medium">{what}</span>
        <span className="ms-auto">
          <Signature personId={byId} at={at} />
        </span>
      </div>
      <p dir="auto" className="break-words whitespace-pre-line">
        {reason}
      </p>
    </div>
  );
}

type StalenessProps = {
  readonly staleness: Happened & { readonly cause: string; readonly detail: string };
};

function Staleness({ staleness: { byId, at, cause, detail } }: StalenessProps) {
  const { people } = useWorkbench();
  const name = people[byId]?.name ?? messages.margin.card.unknownPerson;
  return (
    <div className="mt-1 flex gap-2 rounded-md bg-warn-bg px-2.5 py-1.5 text-sm text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{words.stale(name, words.causes[cause] ?? cause)}</p>
        <p className="flex flex-wrap justify-between gap-x-2 text-xs">
          <span dir="auto" className="min-w-0 break-words">
            {detail}
          </span>
          <Signature personId={byId} at={at} />
        </p>
      </div>
    </div>
  );
}
