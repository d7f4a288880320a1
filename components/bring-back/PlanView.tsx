import { useEffect, useId, useRef, useState } from 'react';
import { type Mark, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { FileProofNotice } from '../articles/FileProofNotice';
import { bringBack } from '../messages/bring-back';
import { bringBackText as textWords } from '../messages/bring-back-text';
import { words as domainWords } from '../messages/words';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { choicesIn, meantChanges } from './choices-in-text';
import { PlanItem } from './PlanItem';
import { PlanSection } from './PlanSection';
import { TextChanges } from './TextChanges';
import { UnplacedItem } from './UnplacedItem';
import type { CheckedPlan, Chosen } from './use-bring-back';

type PlanViewProps = {
  readonly file: File;
  readonly plan: CheckedPlan;
  readonly failure?: string | undefined;
  readonly isAnew: boolean;
  readonly mayRevise: boolean;
  readonly onApply: (chosen: Chosen) => void;
  readonly onAgain: () => void;
};

const words = bringBack.plan;

/** What a file would do, item by item, all of it chosen until somebody says otherwise. */
export function PlanView({ file, plan, failure, isAnew, mayRevise, onApply, onAgain }: PlanViewProps) {
  const { items, unplaced, present, unread, remarks, text } = plan;
  const all = [...items, ...unplaced].map(({ id }) => id);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [mark, setMark] = useState<Mark>('claim');
  const [places, setPlaces] = useState<Readonly<Record<string, Passage>>>({});
  const [changes, setChanges] = useState<ReadonlySet<string>>(() => meantChanges(text, mayRevise));
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  const chosen = all.filter((one) => !left.has(one));
  const hasUnmarked = [...items, ...unplaced].some(
    (item) => item.kind === 'annotation' && item.mark === null,
  );
  const toggle = (one: string): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(one)) next.add(one);
      return next;
    });
  const toggleChange = (one: string): void =>
    setChanges((before) => {
      const next = new Set(before);
      if (!next.delete(one)) next.add(one);
      return next;
    });
  const place = (one: string, passage: Passage | null): void =>
    setPlaces(({ [one]: _before, ...others }) => (passage === null ? others : { ...others, [one]: passage }));
  const added = items.filter((item) => item.kind === 'annotation');
  const changed = items.filter((item) => item.kind === 'addition');
  const counts = [
    [added.length, words.added],
    [changed.length, words.changed],
    [unplaced.length, words.unplaced],
    [present.length, words.present],
    [unread.length, words.unread],
    [text?.changes.length ?? 0, textWords.count],
    [text?.formatting.length ?? 0, textWords.formattingCount],
    [text?.headline == null ? 0 : 1, textWords.headlineCount],
  ] as const;
  const hasHeadline = text?.headline != null && changes.has(text.headline.id);
  const revising = changes.size - (hasHeadline ? 1 : 0);
  const choice = (item: (typeof items)[number]) => (
    <PlanItem key={item.id} item={item} isChosen={!left.has(item.id)} onToggle={() => toggle(item.id)} />
  );
  return (
    <div className="grid items-start gap-x-10 gap-y-7 lg:grid-cols-[17.5rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4 lg:sticky lg:top-20">
        <h2 ref={heading} tabIndex={-1} className="text-md font-semibold outline-none">
          {words.title}
        </h2>
        <p className="text-sm break-words text-ink-2">{words.from(file.name, plan.tool)}</p>
        <ul className="flex flex-col gap-1 text-sm text-ink-2 tabular-nums">
          {counts.map(([count, say]) => (count === 0 ? null : <li key={say(0)}>{say(count)}</li>))}
        </ul>
        {plan.format === 'claims-csv' ? null : (
          <FileProofNotice proof={plan.proof} isReturned={plan.format === 'word'} />
        )}
        {isAnew ? (
          <Notice tone="warn" role="status">
            {words.anew}
          </Notice>
        ) : null}
        {failure === undefined ? null : (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        )}
        {all.length === 0 && (!mayRevise || choicesIn(text).length === 0) ? (
          <Notice>{words.nothing}</Notice>
        ) : (
          <>
            {hasUnmarked ? (
              <Select
                label={words.mark}
                value={mark}
                onChange={({ target }) => setMark(marks.find((one) => one === target.value) ?? 'claim')}
                options={marks.map((value) => ({ value, label: domainWords.marks[value] }))}
              />
            ) : null}
            {revising === 0 ? null : (
              <TextField
                label={textWords.reason}
                hint={textWords.reasonHint}
                value={reason}
                maxLength={1_000}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                reason={chosen.length + changes.size === 0 ? words.choose : undefined}
                onClick={() => onApply({ items: chosen, mark, places, changes: [...changes], reason })}
              >
                {changes.size === 0
                  ? words.apply(chosen.length)
                  : textWords.apply(chosen.length, changes.size, hasHeadline)}
              </Button>
              <Button onClick={() => setLeft(left.size === 0 ? new Set(all) : new Set())}>
                {left.size === 0 ? words.none : words.all}
              </Button>
            </div>
          </>
        )}
        <Button className="self-start" onClick={onAgain}>
          {bringBack.choose.other}
        </Button>
      </div>
      <div className="flex min-w-0 flex-col gap-8">
        <PlanSection
          title={bringBack.sections.unplaced}
          hint={bringBack.sections.unplacedHint}
          items={unplaced}
        >
          {(item) => (
            <UnplacedItem
              key={item.id}
              item={item}
              name={`${id}-${item.id}`}
              isChosen={!left.has(item.id)}
              place={places[item.id]}
              onToggle={() => toggle(item.id)}
              onPlace={(passage) => place(item.id, passage)}
            />
          )}
        </PlanSection>
        {text === undefined ? null : (
          <TextChanges text={text} chosen={changes} onToggle={mayRevise ? toggleChange : undefined} />
        )}
        <PlanSection title={bringBack.sections.unread} items={unread}>
          {({ number, words: said, why }) => (
            <li key={`${number} ${why}`} className="border-b py-2 text-sm last:border-b-0">
              <span className="text-ink-3 tabular-nums">{bringBack.item.row(number)}: </span>
              {why}
              {said === '' ? null : (
                <p className="mt-0.5 line-clamp-3 font-serif break-words text-ink-2" dir="auto">
                  {bringBack.item.quoted(said)}
                </p>
              )}
            </li>
          )}
        </PlanSection>
        <PlanSection title={bringBack.sections.remarks} items={remarks}>
          {(remark) => (
            <li key={remark} className="py-1 text-sm break-words">
              {remark}
            </li>
          )}
        </PlanSection>
        <PlanSection title={bringBack.sections.changed} items={changed}>
          {choice}
        </PlanSection>
        <PlanSection title={bringBack.sections.added} items={added}>
          {choice}
        </PlanSection>
        <PlanSection title={bringBack.sections.present} items={present}>
          {({ words: said, why }, index) => (
            <li key={index} className="border-b py-2 text-sm last:border-b-0">
              <span className="font-serif break-words" dir="auto">
                {bringBack.item.quoted(said)}
              </span>{' '}
              <span className="text-ink-3">{bringBack.item[why]}</span>
            </li>
          )}
        </PlanSection>
      </div>
    </div>
  );
}
