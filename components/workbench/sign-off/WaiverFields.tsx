'use client';

import { useState } from 'react';
import type { Passage } from '@/lib/domain/article';
import type { SignOffDraft } from '@/lib/workbench/sign-off-draft';
import { signOff as words } from '../../messages/sign-off';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/TextArea';
import { WaiverRow } from './WaiverRow';

type WaiverFieldsProps = {
  readonly gaps: readonly Passage[];
  readonly text: string;
  readonly draft: SignOffDraft;
  /** Somebody who may not sign off sees the gaps, but waives none. */
  readonly isReadOnly: boolean;
  readonly onChange: (changes: Partial<SignOffDraft>) => void;
  readonly onGo: (gap: Passage) => void;
};

const pageSize = 40;

/** The sentences without a decision, each to go to or to waive, with one reason for all and room for its own. */
export function WaiverFields({ gaps, text, draft, isReadOnly, onChange, onGo }: WaiverFieldsProps) {
  const [shown, setShown] = useState(pageSize);
  const chosen = new Set(draft.chosen);
  const isAll = gaps.every(({ start }) => chosen.has(start));
  const isSome = gaps.some(({ start }) => chosen.has(start));

  function choose(start: number, isChosen: boolean): void {
    const rest = draft.chosen.filter((other) => other !== start);
    onChange({ chosen: isChosen ? [...rest, start] : rest });
  }

  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{words.waivers(gaps.length)}</h3>
        {isReadOnly ? null : (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => onChange({ chosen: isAll ? [] : gaps.map(({ start }) => start) })}
          >
            {isAll ? words.waiveNone : words.waiveAll(gaps.length)}
          </Button>
        )}
      </div>
      {isReadOnly ? null : <p className="text-sm text-ink-2">{words.waiversHint}</p>}
      <ul className="max-h-64 overflow-y-auto rounded-lg border">
        {gaps.slice(0, shown).map((gap) => (
          <WaiverRow
            key={gap.start}
            said={text.slice(gap.start, gap.end)}
            isReadOnly={isReadOnly}
            isChosen={chosen.has(gap.start)}
            ownReason={draft.ownReasons[gap.start] ?? ''}
            onChoose={(isChosen) => choose(gap.start, isChosen)}
            onOwnReason={(reason) => onChange({ ownReasons: { ...draft.ownReasons, [gap.start]: reason } })}
            onGo={() => onGo(gap)}
          />
        ))}
      </ul>
      {gaps.length > shown ? (
        <Button
          size="sm"
          variant="ghost"
          className="self-start"
          onClick={() => setShown(shown + 5 * pageSize)}
        >
          {words.more(Math.min(5 * pageSize, gaps.length - shown))}
        </Button>
      ) : null}
      {isSome && !isReadOnly ? (
        <TextArea
          label={words.reasonForAll}
          rows={2}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      ) : null}
    </section>
  );
}
