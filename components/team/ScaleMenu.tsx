'use client';

import { Archive, ArchiveRestore, Check, Copy, Ellipsis, Pencil } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { ScaleLine } from '@/lib/domain/team-rules';
import { useSend } from '../account/use-send';
import { scales as scalesWords } from '../messages/scales';
import { buttonClass } from '../ui/button-class';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import { useToast } from '../ui/Toast';
import type { ScaleToEdit } from './ScaleDialog';
import type { ScaleActions } from './scale-actions';

type ScaleMenuProps = {
  readonly scale: ScaleLine;
  readonly actions: ScaleActions;
  /** Why the actor may not change scales; absent when they may. */
  readonly reason: string | undefined;
  readonly onEdit: (target: ScaleToEdit) => void;
};

/** What may be done about a scale; what cannot is there, with its reason. */
export function ScaleMenu({ scale, actions, reason, onEdit }: ScaleMenuProps) {
  const [, send] = useSend();
  const toast = useToast();
  const words = scalesWords;
  const { id: scaleId, name, isChosen, isPreset, isArchived } = scale;
  const ifBack = isArchived ? words.bringBackFirst : undefined;
  const ifOwn = isPreset ? words.presetStays : undefined;

  function choose() {
    send(actions.choose, { scaleId }, () => toast.show({ message: words.usedToast(name) }));
  }

  function archive(answer: 'yes' | 'no') {
    const message = answer === 'yes' ? words.archivedToast(name) : words.backToast(name);
    const onUndo = () => archive(answer === 'yes' ? 'no' : 'yes');
    send(actions.archive, { scaleId, isArchived: answer }, () => toast.show({ message, onUndo }));
  }

  return (
    <Menu align="end" trigger={<MenuButton label={words.menu(name)} />}>
      <MenuItem
        icon={<Check aria-hidden />}
        reason={reason ?? ifBack ?? (isChosen ? words.inUseAlready : undefined)}
        onSelect={choose}
      >
        {words.use}
      </MenuItem>
      <MenuItem
        icon={<Pencil aria-hidden />}
        reason={reason ?? ifOwn ?? ifBack}
        onSelect={() => onEdit(editOf(scale))}
      >
        {words.edit}
      </MenuItem>
      <MenuItem icon={<Copy aria-hidden />} reason={reason} onSelect={() => onEdit(copyOf(scale))}>
        {words.copy}
      </MenuItem>
      <MenuSeparator />
      {isArchived ? (
        <MenuItem icon={<ArchiveRestore aria-hidden />} reason={reason} onSelect={() => archive('no')}>
          {words.bringBack}
        </MenuItem>
      ) : (
        <MenuItem
          icon={<Archive aria-hidden />}
          reason={reason ?? ifOwn ?? (isChosen ? words.chooseAnother : undefined)}
          onSelect={() => archive('yes')}
        >
          {words.archive}
        </MenuItem>
      )}
    </Menu>
  );
}

function editOf({ id, version, name, steps }: ScaleLine): ScaleToEdit {
  return { draftKey: `${id} ${version}`, scaleId: id, version, start: { name, steps } };
}

function copyOf({ id, name, steps }: ScaleLine): ScaleToEdit {
  const start = { name: scalesWords.dialog.copyName(name), steps };
  return { draftKey: `copy ${id}`, scaleId: null, version: null, start };
}

function MenuButton({ label, ...rest }: ComponentProps<'button'> & { readonly label: string }) {
  return (
    <button {...rest} type="button" aria-label={label} className={buttonClass('ghost', 'sm')}>
      <Ellipsis aria-hidden className="size-4" />
    </button>
  );
}
