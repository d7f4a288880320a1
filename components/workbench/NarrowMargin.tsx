'use client';

import { List } from 'lucide-react';
import { messages } from '../messages';
import { IconButton } from '../ui/IconButton';
import { AnnotationSheet } from './AnnotationSheet';
import { GutterBadges } from './GutterBadges';
import { useWorkbench } from './workbench-context';

type NarrowMarginProps = {
  /** The list of all annotations was asked for, by a button elsewhere. */
  readonly isListOpen: boolean;
  readonly onListOpenChange: (isOpen: boolean) => void;
};

/**
 * The margin below about 1100 px: badges in the gutter and a sheet that opens with an annotation. Its top edge is
 * that of the row which `topOf` counts from.
 */
export function NarrowMargin({ isListOpen, onListOpenChange }: NarrowMarginProps) {
  const { activeId, setActive } = useWorkbench();

  function close(): void {
    onListOpenChange(false);
    setActive(null, 'pointer');
  }

  return (
    <div className="relative col-start-3 ms-1 w-8 phone:ms-2">
      <IconButton
        label={messages.margin.sheet.list}
        variant="outline"
        tooltipSide="left"
        onClick={() => onListOpenChange(true)}
        className="-ms-0.5 w-8! print:hidden"
      >
        <List aria-hidden />
      </IconButton>
      <GutterBadges onOpen={(id) => setActive(id, 'pointer')} />
      <AnnotationSheet
        open={isListOpen || activeId !== null}
        isList={isListOpen}
        onList={() => onListOpenChange(true)}
        onClose={close}
      />
    </div>
  );
}
