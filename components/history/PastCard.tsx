import { Check, Flag as FlagIcon } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { isSealed, openProposal, openSecondChecks } from '@/lib/domain/check';
import type { Verdict } from '@/lib/domain/verdict';
import { messages } from '../messages';
import { evidenceWords } from '../messages/evidence-words';
import { history } from '../messages/history';
import { classNames } from '../ui/class-names';
import { StatusChip } from '../ui/StatusChip';
import { WordDiff } from '../wording/WordDiff';
import { markEdge, markText } from '../workbench/mark-look';
import { RichTextView } from '../workbench/RichTextView';

const words = history.past;

type PastCardProps = {
  readonly annotation: Annotation;
  readonly number: number;
  readonly nameOf: (id: string) => string;
};

/** An annotation as it was then, whole, to be read. */
export function PastCard({ annotation, number, nameOf }: PastCardProps) {
  const { id, mark, anchor, check } = annotation;
  const isOrphaned = anchor.state === 'orphaned';
  return (
    <li
      id={`card-${id}`}
      className={classNames(
        'scroll-mt-20 rounded-[9px] border border-s-3 bg-sheet px-3 pt-2 pb-2.5 target:shadow-float target:outline-2 target:outline-offset-2 target:outline-pencil print:break-inside-avoid',
        markEdge[mark],
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <b className={classNames('text-sm font-semibold', markText[mark])}>
          <span className="tabular-nums">{number}</span> {messages.words.marks[mark]}
        </b>
        {check.status === 'unchecked' ? null : (
          <StatusChip icon={check.status === 'signed_off' ? <Check aria-hidden /> : undefined}>
            {messages.words.checkStatuses[check.status]}
          </StatusChip>
        )}
        <span className="ms-auto text-xs text-ink-3">{nameOf(annotation.authorId)}</span>
      </div>
      {isOrphaned ? <p className="mt-1 text-xs text-warn">{words.lost}</p> : null}
      <blockquote className="mt-1 font-serif text-md break-words text-ink-2 italic" dir="auto">
        {history.quoted(anchor.exact)}
      </blockquote>
      <PastCheck annotation={annotation} nameOf={nameOf} />
      <PastFlags annotation={annotation} nameOf={nameOf} />
      {annotation.notes.map((note) => (
        <div key={note.id} className="mt-2">
          <RichTextView body={note.body} />
          <p className="text-xs text-ink-3">{words.by(nameOf(note.authorId))}</p>
        </div>
      ))}
      <PastEvidence annotation={annotation} />
      <PastThreads annotation={annotation} nameOf={nameOf} />
    </li>
  );
}

type PartProps = Pick<PastCardProps, 'annotation' | 'nameOf'>;

function PastCheck({ annotation: { check, anchor }, nameOf }: PartProps) {
  const proposal = openProposal(check);
  const { assigneeId } = check.plan;
  return (
    <div className="mt-1 space-y-1 text-sm empty:hidden">
      {assigneeId === null ? null : <p className="text-ink-2">{words.assigned(nameOf(assigneeId))}</p>}
      {check.proposal !== null && isSealed(check.proposal) ? (
        <p className="text-ink-2">{words.hidden}</p>
      ) : null}
      {proposal === undefined ? null : (
        <>
          <p>{words.proposal(rated(proposal.outcome, proposal.verdict), nameOf(proposal.byId))}</p>
          {proposal.rationale === '' ? null : (
            <p className="whitespace-pre-wrap text-ink-2" dir="auto">
              {proposal.rationale}
            </p>
          )}
          {proposal.suggestedWording === null ? null : (
            <p>
              <span className="me-1.5 text-xs text-ink-3">{words.suggested}</span>
              <WordDiff before={anchor.exact} after={proposal.suggestedWording} />
            </p>
          )}
        </>
      )}
      {openSecondChecks(check).map(({ id, outcome, verdict, byId }) => (
        <p key={id}>{words.secondCheck(rated(outcome, verdict), nameOf(byId))}</p>
      ))}
    </div>
  );
}

const rated = (outcome: keyof typeof messages.words.outcomes, verdict: Verdict | null): string =>
  verdict === null
    ? messages.words.outcomes[outcome]
    : `${messages.words.outcomes[outcome]} (${verdict.label})`;

function PastFlags({ annotation: { flags }, nameOf }: PartProps) {
  return flags.map(({ id, priority, reason, looked }) => (
    <p key={id} className="mt-1.5 text-sm">
      <FlagIcon aria-hidden className="me-1 inline size-3.5 text-danger" />
      {words.flag(messages.words.flagPriorities[priority].toLowerCase(), reason)}
      {looked === null ? null : (
        <span className="text-ink-3">
          {' '}
          {words.lookedFlag(nameOf(looked.byId))} {looked.note}
        </span>
      )}
    </p>
  ));
}

function PastEvidence({ annotation: { evidence } }: Pick<PartProps, 'annotation'>) {
  return evidence.map(({ id, title, stance, tier, locator, quote }) => (
    <div key={id} className="mt-1.5 rounded-md border bg-paper px-2.5 py-1.5 text-sm">
      <p className="flex gap-2">
        <b className="min-w-0 flex-1 font-semibold break-words" dir="auto">
          {title}
        </b>
        <span className="text-2xs font-semibold">{evidenceWords.evidenceStances[stance]}</span>
      </p>
      <p className="text-xs text-ink-3">
        {[evidenceWords.evidenceTiers[tier], locator].filter((part) => part !== null).join(' · ')}
      </p>
      {quote === null ? null : (
        <p className="mt-1 border-s-2 border-line-2 ps-2 font-serif text-ink-2 italic" dir="auto">
          {quote}
        </p>
      )}
    </div>
  ));
}

function PastThreads({ annotation: { threads }, nameOf }: PartProps) {
  return threads.map(({ id, kind, resolved, replies }) => (
    <div key={id} className="mt-2 border-t pt-1.5 text-sm">
      <p className="text-xs font-semibold text-ink-2">
        {kind === 'author_query' ? words.query : words.discussion}
        {resolved === null ? '' : ` · ${words.resolved}`}
      </p>
      {replies.map((reply) => (
        <div key={reply.id} className="mt-1">
          <RichTextView body={reply.body} />
          <p className="text-xs text-ink-3">{words.by(nameOf(reply.authorId))}</p>
        </div>
      ))}
    </div>
  ));
}
