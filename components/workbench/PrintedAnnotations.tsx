'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Annotation, findOpenFlag } from '@/lib/domain/annotation';
import { isSealed, standingProposal } from '@/lib/domain/check';
import type { Evidence } from '@/lib/domain/evidence';
import { isChecked } from '@/lib/domain/laws/check-laws';
import type { Person } from '@/lib/domain/team';
import { openQueries } from '@/lib/domain/thread';
import { messages } from '../messages';
import { evidenceWords } from '../messages/evidence-words';
import { printed as words } from '../messages/printed';
import { dayText } from './day-text';
import type { Pane } from './pane';
import { RichTextView } from './RichTextView';

type PrintedAnnotationsProps = {
  readonly pane: Pane;
  readonly annotations: readonly Annotation[];
  readonly people: Readonly<Record<string, Person>>;
};

/** On paper, below the text: what hangs on each mark, under the number that its letter has in the text there. */
export function PrintedAnnotations({ pane, annotations, people }: PrintedAnnotationsProps) {
  const [order, setOrder] = useState<readonly string[] | null>(null);
  useEffect(() => {
    // The page is printed as it stands when the event has been heard; the editor has painted every mark by then.
    const begin = (): void => flushSync(() => setOrder(idsInText(pane)));
    const end = (): void => setOrder(null);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, [pane]);
  if (order === null || annotations.length === 0) return null;
  const placeOf = new Map(order.map((id, index) => [id, index + 1]));
  const last = order.length + 1;
  const sorted = [...annotations].sort((a, b) => (placeOf.get(a.id) ?? last) - (placeOf.get(b.id) ?? last));
  return (
    <section className="mt-8 hidden border-t pt-4 print:block">
      <h2 className="mb-3 font-serif text-lg font-semibold">{words.title}</h2>
      <ol className="flex flex-col gap-3 text-sm">
        {sorted.map((annotation) => (
          <li key={annotation.id} className="break-inside-avoid">
            <Printed annotation={annotation} place={placeOf.get(annotation.id)} people={people} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const idsInText = ({ element }: Pane): readonly string[] =>
  [...element.querySelectorAll<HTMLElement>('mark[data-start]')].flatMap(
    ({ dataset }) => dataset.annotationId ?? [],
  );

type PrintedProps = {
  readonly annotation: Annotation;
  readonly place: number | undefined;
  readonly people: PrintedAnnotationsProps['people'];
};

function Printed({ annotation, place, people }: PrintedProps) {
  const { mark, check, anchor, authorId, notes, evidence, threads } = annotation;
  const proposal = isChecked(annotation) ? standingProposal(check) : undefined;
  const flag = findOpenFlag(annotation);
  const nameOf = (id: string): string => people[id]?.name ?? messages.margin.card.unknownPerson;
  const status = isChecked(annotation) && check.status !== 'unchecked' ? check.status : undefined;
  return (
    <>
      <p>
        <b>
          {place === undefined ? '' : `${messages.words.markLetters[mark]}${place} `}
          {messages.words.marks[mark]}
        </b>
        {[
          ...(place === undefined ? [words.orphaned] : []),
          ...(status === undefined ? [] : [messages.words.checkStatuses[status]]),
          ...(proposal === undefined ? [] : [messages.words.outcomes[proposal.outcome]]),
          ...(proposal?.verdict ? [proposal.verdict.label] : []),
          nameOf(authorId),
        ].map((part) => ` · ${part}`)}
      </p>
      <p dir="auto" className="font-serif italic">
        {anchor.exact}
      </p>
      {proposal === undefined || isSealed(proposal) ? null : (
        <>
          {proposal.suggestedWording === null ? null : (
            <Line label={words.wording}>{proposal.suggestedWording}</Line>
          )}
          {proposal.rationale === '' ? null : <Line label={nameOf(proposal.byId)}>{proposal.rationale}</Line>}
        </>
      )}
      {flag === undefined ? null : <Line label={words.flag}>{flag.reason}</Line>}
      {notes.map((note) => (
        <Line key={note.id} label={nameOf(note.authorId)}>
          <RichTextView body={note.body} />
        </Line>
      ))}
      {evidence.map((item) => (
        <Line key={item.id} label={words.evidence}>
          {evidenceText(item)}
        </Line>
      ))}
      {openQueries(threads).flatMap(({ replies }) =>
        replies.map((reply) => (
          <Line key={reply.id} label={`${nameOf(reply.authorId)}, ${words.open}`}>
            <RichTextView body={reply.body} />
          </Line>
        )),
      )}
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="mt-0.5 flex gap-1.5">
      <span className="shrink-0 font-medium">{label}:</span>
      <div dir="auto" className="min-w-0">
        {children}
      </div>
    </div>
  );
}

/** "Annual report · Primary · Refutes · p. 6 · accessed 3 Mar 2026 · https://example.org · “…”" */
function evidenceText(item: Evidence): string {
  const { title, tier, stance, locator, accessedOn, address, quote, isConfidential } = item;
  return [
    title,
    evidenceWords.evidenceTiers[tier],
    evidenceWords.evidenceStances[stance],
    ...(locator === null ? [] : [locator]),
    ...(accessedOn === null ? [] : [dayText(accessedOn)]),
    ...(address === null ? [] : [address]),
    ...(quote === null ? [] : [`“${quote}”`]),
    ...(isConfidential ? [words.confidential] : []),
  ].join(' · ');
}
