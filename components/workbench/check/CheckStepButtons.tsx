'use client';

import { Ellipsis } from 'lucide-react';
import { useId } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { type CheckAct, warningsBeforeSignOff } from '@/lib/domain/laws/check-laws';
import { type CheckStep, stepsOf } from '@/lib/workbench/check-steps';
import type { CheckDraftKind } from '@/lib/workbench/drafts';
import { type CheckKeyId, keysOf } from '@/lib/workbench/key-commands';
import { check as words } from '../../messages/check';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Kbd } from '../../ui/Kbd';
import { Menu, MenuItem } from '../../ui/Menu';
import type { CardForms } from '../use-card-forms';
import { useSingleKeys } from '../use-single-keys';
import { useWorkbench } from '../workbench-context';
import { beginStep, isCheckDraft } from './begin-step';
import type { CheckDoing } from './use-check';

type CheckStepButtonsProps = {
  readonly annotation: Annotation;
  readonly forms: CardForms;
  readonly doing: CheckDoing;
};

/** The steps of the check: the next one strong, the others outlined, what the rules forbid with its reason in words. */
export function CheckStepButtons({ annotation, forms, doing }: CheckStepButtonsProps) {
  const { actor } = useWorkbench();
  const [singleKeys] = useSingleKeys();
  const reasonId = useId();
  const { shown, more } = stepsOf(annotation, actor);
  const isWriting = forms.shown.some(isCheckDraft);
  const reasons = [...new Set(shown.flatMap(({ refusal }) => refusal ?? []))];
  const isSigning = shown.some(({ act, refusal }) => act === 'sign_off' && refusal === undefined);

  function take(act: CheckAct): void {
    const form = formOf[act];
    if (form !== undefined) forms.begin(beginStep(form, annotation));
    else if (act === 'begin') doing.take();
    else if (act === 'resume') doing.resume();
    else if (act === 'sign_off') doing.signOff();
    else if (act === 'recheck') doing.recheck();
  }

  // One form at a time: its own button is the next step then.
  if (isWriting || (shown.length === 0 && more.length === 0)) return null;
  return (
    <>
      {isSigning ? <Warnings sentences={warningsBeforeSignOff(annotation)} /> : null}
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {shown.map(({ act, refusal, isNext }) => (
          <StepButton
            key={act}
            act={act}
            refusal={refusal}
            isNext={isNext}
            reasonId={reasonId}
            showKeys={singleKeys}
            onTake={take}
          />
        ))}
        {more.length === 0 ? null : (
          <Menu
            trigger={
              <IconButton label={words.moreActs} size="sm">
                <Ellipsis aria-hidden />
              </IconButton>
            }
          >
            {more.map(({ act, refusal }) => (
              <MenuItem key={act} onSelect={() => take(act)} reason={refusal}>
                {words.acts[act]}
              </MenuItem>
            ))}
          </Menu>
        )}
        {reasons.length === 0 ? null : (
          <p id={reasonId} className="w-full text-xs text-ink-2">
            {reasons.join(' ')}
          </p>
        )}
      </div>
    </>
  );
}

type StepButtonProps = CheckStep & {
  readonly reasonId: string;
  readonly showKeys: boolean;
  readonly onTake: (act: CheckAct) => void;
};

function StepButton({ act, refusal, isNext, reasonId, showKeys, onTake }: StepButtonProps) {
  const key = keyOf[act];
  return (
    <Button
      size="sm"
      variant={isNext ? 'primary' : 'outline'}
      aria-disabled={refusal !== undefined}
      aria-describedby={refusal === undefined ? undefined : reasonId}
      onClick={() => (refusal === undefined ? onTake(act) : undefined)}
    >
      {words.acts[act]}
      {isNext && showKeys && key !== undefined ? (
        <span aria-hidden className="max-phone:hidden">
          <Kbd keys={keysOf(key, false)} onInk />
        </span>
      ) : null}
    </Button>
  );
}

function Warnings({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div className="mt-2 border-s-2 border-warn ps-2.5 text-sm">
      <p className="text-xs font-medium text-warn">{words.signOff.before}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** The steps that ask for words first. */
const formOf: Partial<Readonly<Record<CheckAct, CheckDraftKind>>> = {
  propose: 'proposal',
  review: 'second_check',
  decide: 'decision',
  wait: 'waiting',
  dispute: 'dispute',
  withdraw: 'withdrawal',
  reopen: 'reopening',
};

const keyOf: Partial<Readonly<Record<CheckAct, CheckKeyId>>> = {
  begin: 'check.take',
  propose: 'check.propose',
  review: 'check.review',
  recheck: 'check.recheck',
};
