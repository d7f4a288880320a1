import { type ReactNode, useId } from 'react';
import type { ClaimFields, Mark } from '@/lib/domain/annotation';
import type { BackInItem, BackInPlace, FieldChanges } from '@/lib/exchange/back-in';
import { bringBack } from '../messages/bring-back';
import { claimWords } from '../messages/claim-words';
import { words as domainWords } from '../messages/words';
import { classNames } from '../ui/class-names';
import { WordDiff } from '../wording/WordDiff';
import { markText } from '../workbench/mark-look';
import { PlanParts } from './PlanParts';

type PlanItemProps = {
  readonly item: BackInItem;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  /** What else is to be said or chosen of it. */
  readonly children?: ReactNode;
};

const words = bringBack.item;

/** One thing that would be done, with a box to leave it out. */
export function PlanItem({ item, isChosen, onToggle, children }: PlanItemProps) {
  const id = useId();
  const exact = item.kind === 'annotation' ? item.quote.exact : item.exact;
  return (
    <li className="flex gap-3 border-b py-3 last:border-b-0">
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        onChange={onToggle}
        aria-describedby={`${id}-more`}
        className="mt-1 size-4 shrink-0"
      />
      <div className={classNames('min-w-0 flex-1', isChosen ? undefined : 'text-ink-3')}>
        <label htmlFor={id} className="block py-0.5 font-serif text-md break-words" dir="auto">
          {words.quoted(exact)}
        </label>
        <div id={`${id}-more`} className="flex flex-col gap-2">
          {item.kind === 'annotation' ? (
            <MarkLine mark={item.mark} claimTypes={item.claim.claimTypes ?? []} place={item.place} />
          ) : null}
          {item.kind === 'annotation' ? (
            <Changes before={{}} changes={{ claim: withoutTypes(item.claim) }} />
          ) : (
            <Changes before={item.before} changes={item.changes} />
          )}
          <PlanParts parts={item.parts} />
        </div>
        {children}
      </div>
    </li>
  );
}

/** The claim types stand beside the mark. */
function withoutTypes({ claimTypes: _types, ...others }: Partial<ClaimFields>): Partial<ClaimFields> {
  return others;
}

type MarkLineProps = {
  readonly mark: Mark | null;
  readonly claimTypes: readonly (keyof typeof claimWords.claimTypes)[];
  readonly place: BackInPlace | null;
};

function MarkLine({ mark, claimTypes, place }: MarkLineProps) {
  const types = claimTypes.map((type) => claimWords.claimTypes[type]).join(', ');
  return (
    <div className="text-sm empty:hidden">
      {mark === null ? null : (
        <b className={classNames('font-semibold', markText[mark])}>{domainWords.marks[mark]}</b>
      )}
      {types === '' ? null : <span className="text-ink-2"> {types}</span>}
      {place?.state === 'moved' ? <span className="text-ink-3"> {words.moved}</span> : null}
      {place?.state === 'touched' ? (
        <p className="text-warn">
          {words.touched}{' '}
          <span className="font-serif" dir="auto">
            {words.quoted(place.stands)}
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** Fields as they are and as they would be. */
function Changes({ before, changes }: { readonly before: FieldChanges; readonly changes: FieldChanges }) {
  const lines = (['mark', 'claimant', 'claimedOn', 'claimTypes'] as const).flatMap((field) => {
    const after = spelled(field, changes);
    return after === undefined ? [] : [{ field, before: spelled(field, before) ?? '', after }];
  });
  if (lines.length === 0) return null;
  return (
    <dl className="flex flex-col gap-1 text-sm">
      {lines.map((line) => (
        <div key={line.field} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-3">{words.fields[line.field]}</dt>
          <dd className="min-w-0 break-words">
            <WordDiff before={line.before} after={line.after} />
            {line.after === '' ? <span className="text-ink-3"> {words.empty}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function spelled(field: keyof typeof words.fields, { mark, claim }: FieldChanges): string | undefined {
  if (field === 'mark') return mark && domainWords.marks[mark];
  if (field === 'claimTypes') return claim?.claimTypes?.map((type) => claimWords.claimTypes[type]).join(', ');
  const value = claim?.[field];
  return value === null ? '' : value;
}
