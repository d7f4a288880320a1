'use client';

import { ChevronDown } from 'lucide-react';
import { type Annotation, marks } from '@/lib/domain/annotation';
import { can } from '@/lib/domain/policy';
import { messages } from '../messages';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuRadios } from '../ui/Menu';
import { useActs } from './use-acts';
import { useWorkbench } from './workbench-context';

const words = messages.margin.card;

/** Gives the open annotation another mark. */
export function MarkMenu({ annotation }: { readonly annotation: Annotation }) {
  const { actor } = useWorkbench();
  const { changeMark } = useActs(annotation);
  if (!can(actor, 'annotation.change', { authorId: annotation.authorId }).allowed) return null;
  // A repetition has the mark of its claim.
  if (annotation.repeatsId !== null) return null;
  return (
    <Menu
      trigger={
        <IconButton
          label={words.changeMark(messages.words.marks[annotation.mark])}
          size="sm"
          className="-my-0.5 -ms-1.5 h-6 min-h-6! w-6!"
        >
          <ChevronDown aria-hidden />
        </IconButton>
      }
    >
      <MenuRadios
        label={words.mark}
        options={marks.map((value) => ({ value, label: messages.words.marks[value] }))}
        value={annotation.mark}
        onChange={changeMark}
      />
    </Menu>
  );
}
