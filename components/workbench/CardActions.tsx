'use client';

import {
  Ellipsis,
  Flag as FlagIcon,
  History,
  Link2,
  MoveHorizontal,
  Paperclip,
  Split,
  Trash2,
} from 'lucide-react';
import { useId } from 'react';
import { type Annotation, findOpenFlag } from '@/lib/domain/annotation';
import { isChecked, refusalOfDeletion } from '@/lib/domain/laws/check-laws';
import { can, reasonOf } from '@/lib/domain/policy';
import type { Draft } from '@/lib/workbench/drafts';
import { refusalOfSplit } from '@/lib/workbench/split-claim';
import { keysOfCommand } from '../commands/command-words';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem, MenuLink } from '../ui/Menu';
import { useActs } from './use-acts';
import { useWorkbench } from './workbench-context';

const words = messages.margin.card;

type CardActionsProps = {
  readonly annotation: Annotation;
  /** What is being written on the card: those actions step back. */
  readonly writing: readonly Draft[];
  readonly onBegin: (kind: 'note' | 'evidence' | 'flag') => void;
};

/** What can be done with an annotation now. What the rules forbid stays in sight, with the reason in words. */
export function CardActions({ annotation, writing, onBegin }: CardActionsProps) {
  const { actor, beginPick } = useWorkbench();
  const change = reasonOf(can(actor, 'annotation.change', { authorId: annotation.authorId }));
  const noParts = refusalOfSplit(annotation);
  const { remove, copyLink } = useActs(annotation);
  const reasonId = useId();
  const refusals = {
    note: reasonOf(can(actor, 'note.create')),
    evidence: reasonOf(can(actor, 'evidence.create')),
    flag: reasonOf(can(actor, 'flag.raise')),
  };
  const reasons = [...new Set(Object.values(refusals).filter((reason) => reason !== undefined))];

  const isNew = (kind: Draft['kind']): boolean =>
    writing.some((draft) => draft.kind === kind && draft.base === null);
  const action = (kind: 'note' | 'evidence' | 'flag') => ({
    size: 'sm' as const,
    'aria-disabled': refusals[kind] !== undefined,
    'aria-describedby': refusals[kind] === undefined ? undefined : reasonId,
    onClick: () => (refusals[kind] === undefined ? onBegin(kind) : undefined),
  });

  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-1.5">
      {isNew('note') ? null : (
        <Button
          {...action('note')}
          variant={writing.length === 0 && !isChecked(annotation) ? 'primary' : 'outline'}
        >
          {words.note}
        </Button>
      )}
      {isNew('evidence') ? null : (
        <Button {...action('evidence')}>
          <Paperclip aria-hidden className="size-3.5" />
          {words.evidence}
        </Button>
      )}
      {findOpenFlag(annotation) === undefined && !isNew('flag') ? (
        <Button {...action('flag')}>
          <FlagIcon aria-hidden className="size-3.5" />
          {words.flag}
        </Button>
      ) : null}
      <span className="flex-1" />
      <Menu
        align="end"
        trigger={
          <IconButton label={words.actions} size="sm" className="-me-1.5">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Link2 aria-hidden />} onSelect={() => void copyLink()}>
          {words.copyLink}
        </MenuItem>
        <MenuLink
          icon={<History aria-hidden />}
          href={`/articles/${annotation.articleId}/history?annotation=${annotation.id}`}
        >
          {words.history}
        </MenuLink>
        <MenuItem
          icon={<MoveHorizontal aria-hidden />}
          onSelect={() => beginPick('passage', annotation)}
          reason={change}
        >
          {messages.compound.menu.changePassage}
        </MenuItem>
        <MenuItem
          icon={<Split aria-hidden />}
          onSelect={() => beginPick('split', annotation)}
          reason={noParts === undefined ? change : messages.compound.menu[noParts]}
        >
          {messages.compound.menu.split}
        </MenuItem>
        <MenuItem
          icon={<Trash2 aria-hidden />}
          danger
          keys={keysOfCommand('annotation.delete')}
          onSelect={remove}
          reason={
            reasonOf(can(actor, 'annotation.delete', { authorId: annotation.authorId })) ??
            refusalOfDeletion(annotation)
          }
        >
          {words.remove}
        </MenuItem>
      </Menu>
      {reasons.length === 0 ? null : (
        <p id={reasonId} className="w-full text-xs text-ink-2">
          {reasons.join(' ')}
        </p>
      )}
    </div>
  );
}
