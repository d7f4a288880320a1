'use client';

import { Unlink } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { verdictOf } from '@/lib/domain/check';
import { type ClaimLink, linksOf } from '@/lib/domain/laws/claim-links';
import { rollUp, standingOfPart } from '@/lib/domain/laws/compound';
import { can } from '@/lib/domain/policy';
import { messages } from '../messages';
import { IconButton } from '../ui/IconButton';
import { StatusChip } from '../ui/StatusChip';
import { statusTone } from './mark-look';
import { useActs } from './use-acts';
import { useWorkbench } from './workbench-context';

const words = messages.compound;

/** What an open card is a part or a repetition of, its own parts with how they stand together, and where it is said again. */
export function ClaimLinks({ annotation }: { readonly annotation: Annotation }) {
  const { annotations } = useWorkbench();
  const { parts, repetitions } = linksOf(annotation.id, annotations);
  return (
    <div className="mt-2.5 flex flex-col gap-2.5 text-sm empty:hidden">
      {annotation.partOfId === null ? null : (
        <Up annotation={annotation} claimId={annotation.partOfId} link={{ partOfId: null }} />
      )}
      {annotation.repeatsId === null ? null : (
        <Up annotation={annotation} claimId={annotation.repeatsId} link={{ repeatsId: null }} />
      )}
      {parts.length === 0 ? null : <Parts parts={parts} />}
      {repetitions.length === 0 ? null : (
        <section>
          <p className="text-xs font-medium text-ink-3">{words.repetitions(repetitions.length)}</p>
          <ul>
            {repetitions.map((one) => (
              <li key={one.id}>
                <QuoteButton annotation={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type UpProps = { readonly annotation: Annotation; readonly claimId: string; readonly link: ClaimLink };

/** The claim that this one hangs on. A repetition shows how that claim stands, because it has no check of its own. */
function Up({ annotation, claimId, link }: UpProps) {
  const { annotations, actor } = useWorkbench();
  const { unlink } = useActs(annotation);
  const claim = annotations.find(({ id }) => id === claimId);
  const isRepetition = link.repeatsId === null;
  const mayUnlink = can(actor, 'annotation.change', { authorId: annotation.authorId }).allowed;
  return (
    <section className="flex items-start gap-1.5 rounded-md bg-wash px-2.5 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="text-xs font-medium text-ink-2">{isRepetition ? words.repeats : words.partOf}</p>
        {claim === undefined ? (
          <p className="text-ink-2">{isRepetition ? words.repeatsDeleted : words.partOfDeleted}</p>
        ) : (
          <QuoteButton annotation={claim} />
        )}
        {isRepetition && claim !== undefined ? (
          <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
            <Standing annotation={claim} />
            {words.checkThere}
          </p>
        ) : null}
      </div>
      {mayUnlink ? (
        <IconButton label={words.unlink} size="sm" onClick={() => unlink(link)}>
          <Unlink aria-hidden />
        </IconButton>
      ) : null}
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly Annotation[] }) {
  const whole = rollUp(parts.map(standingOfPart));
  if (whole === undefined) return null;
  return (
    <section aria-label={words.parts(parts.length)}>
      <p className="text-xs font-medium text-ink-3">{words.parts(parts.length)}</p>
      <ol className="border-b">
        {parts.map((part) => (
          <li key={part.id} className="border-t py-1">
            <QuoteButton annotation={part} />
            <p className="flex flex-wrap items-center gap-1.5 text-xs text-ink-2">
              <Standing annotation={part} />
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-1.5 flex flex-wrap items-center gap-1.5 text-xs">
        <span className="font-medium">{words.together}</span>
        <StatusChip tone={statusTone[whole.status]}>{messages.words.checkStatuses[whole.status]}</StatusChip>
        {whole.verdict === null ? null : <b>{messages.words.verdicts[whole.verdict]}</b>}
      </p>
      <p className="mt-0.5 text-xs text-ink-2">{words.rules[whole.rule]}</p>
    </section>
  );
}

/** Status and verdict of another card, to be read here and changed there. */
function Standing({ annotation }: { readonly annotation: Annotation }) {
  const { status } = standingOfPart(annotation);
  const verdict = verdictOf(annotation.check);
  return (
    <>
      <StatusChip tone={statusTone[status]}>{messages.words.checkStatuses[status]}</StatusChip>
      <span>{verdict === null ? words.noVerdict : verdict.label}</span>
    </>
  );
}

/** The words of another card; a press opens it. */
function QuoteButton({ annotation }: { readonly annotation: Annotation }) {
  const { setActive } = useWorkbench();
  const { exact } = annotation.anchor;
  return (
    <button
      type="button"
      aria-label={words.open(exact)}
      onClick={() => setActive(annotation.id, 'key')}
      className="block min-h-6 max-w-full truncate rounded-xs text-start font-serif text-ink-2 italic underline decoration-line-3 underline-offset-3 hover:text-ink"
    >
      <bdi>{exact}</bdi>
    </button>
  );
}
