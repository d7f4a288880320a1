'use client';

import { useState } from 'react';
import { type HandedOut, handOut, handOutByBeat, type OpenClaim, type Receiver } from '@/lib/domain/hand-out';
import type { Person } from '@/lib/domain/team';
import { handOut as handOutWords } from '../messages/hand-out';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Notice, Problem } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { TextField } from '../ui/TextField';
import { useHandOut } from './use-hand-out';

type HandOutDialogProps = {
  readonly articleId: string;
  readonly people: readonly Person[];
  readonly onClose: () => void;
};

const words = handOutWords;
/** How claims are split. */
const ways = ['evenly', 'beat', 'number'] as const;
type How = (typeof ways)[number];

/** Splits an article's open claims among people: choose who and how, see who gets what, then hand out. */
export function HandOutDialog({ articleId, people, onClose }: HandOutDialogProps) {
  const { claims, beats, failure, notHanded, isBusy, carryOut } = useHandOut(articleId);
  const [how, setHow] = useState<How>('evenly');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const free = claims?.filter(({ takenById }) => takenById === null) ?? [];
  const receivers: readonly Receiver[] = people.flatMap(({ id }): readonly Receiver[] => {
    if (how === 'number') return [{ id, most: numberOf(numbers[id]) }];
    return left.has(id) ? [] : [{ id }];
  });
  const handed =
    how === 'beat' ? handOutByBeat(claims ?? [], receivers, beats) : handOut(claims ?? [], receivers);

  async function submit(): Promise<void> {
    if (await carryOut(handed)) onClose();
  }

  return (
    <Dialog
      open
      size="lg"
      onOpenChange={onClose}
      title={words.title}
      actions={
        <>
          <Button onClick={onClose}>{notHanded.length > 0 ? words.close : words.cancel}</Button>
          <Button
            variant="primary"
            busy={isBusy}
            onClick={submit}
            reason={claims !== undefined && handed.length === 0 ? words.nobodyGets : undefined}
          >
            {words.submit(handed.length)}
          </Button>
        </>
      }
    >
      <Problem className="mb-3">{failure}</Problem>
      {notHanded.length === 0 ? null : (
        <Notice tone="danger" role="alert" className="mb-3">
          <p className="font-medium">{words.failures(notHanded.length)}</p>
          <ul className="list-disc ps-5 text-sm">
            {notHanded.map(({ claim, message }) => (
              <li key={claim.annotationId}>
                “{claim.exact.slice(0, 80)}” {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {claims === undefined ? (
        <p className="text-ink-2">{failure === undefined ? words.loading : null}</p>
      ) : (
        <>
          <p className="mb-4 text-ink-2">
            {free.length === 0 ? words.nothingFree : words.standing(free.length, claims.length - free.length)}
          </p>
          <div className="grid gap-6 md:grid-cols-2">
            <div className="flex flex-col gap-4">
              <RadioGroup
                label={words.how}
                name="how"
                value={how}
                onChange={(value) => setHow(ways.find((way) => way === value) ?? 'evenly')}
                options={[
                  { value: 'evenly', label: words.evenly, hint: words.evenlyHint },
                  { value: 'beat', label: words.byBeat, hint: words.byBeatHint },
                  { value: 'number', label: words.byNumber },
                ]}
              />
              <fieldset className="flex flex-col gap-2">
                <legend className="mb-1 text-sm font-medium">{words.people}</legend>
                {people.map(({ id, name }) =>
                  how !== 'number' ? (
                    <Checkbox
                      key={id}
                      label={name}
                      checked={!left.has(id)}
                      onChange={() => setLeft(toggled(left, id))}
                    />
                  ) : (
                    <TextField
                      key={id}
                      type="number"
                      min={0}
                      max={free.length}
                      label={words.numberFor(name)}
                      value={numbers[id] ?? ''}
                      onChange={(event) => setNumbers({ ...numbers, [id]: event.currentTarget.value })}
                    />
                  ),
                )}
              </fieldset>
            </div>
            <Preview people={people} claims={claims} handed={handed} free={free.length} />
          </div>
        </>
      )}
    </Dialog>
  );
}

type PreviewProps = {
  readonly people: readonly Person[];
  readonly claims: readonly OpenClaim[];
  readonly handed: readonly HandedOut[];
  readonly free: number;
};

/** Who gets which claims, in the order of the text, before anything is done. */
function Preview({ people, claims, handed, free }: PreviewProps) {
  const exactOf = new Map(claims.map(({ annotationId, exact }) => [annotationId, exact]));
  return (
    <section aria-label={words.preview}>
      <h3 className="mb-1 text-sm font-medium">{words.preview}</h3>
      <ul className="flex flex-col gap-1">
        {people.map(({ id, name }) => {
          const own = handed.filter(({ assigneeId }) => assigneeId === id);
          return (
            <li key={id}>
              <details>
                <summary className="min-h-6 cursor-default">{words.gets(name, own.length)}</summary>
                <ol className="list-decimal ps-6 pt-1 pb-2 font-serif text-sm text-ink-2">
                  {own.map(({ annotationId }) => (
                    <li key={annotationId} className="line-clamp-2">
                      {exactOf.get(annotationId)}
                    </li>
                  ))}
                </ol>
              </details>
            </li>
          );
        })}
      </ul>
      {free > handed.length ? (
        <p className="mt-2 text-sm text-ink-2">{words.left(free - handed.length)}</p>
      ) : null}
    </section>
  );
}

const numberOf = (typed: string | undefined): number => Math.max(0, Math.trunc(Number(typed ?? '0') || 0));

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
