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
  const { activeId, setActive, annotations } = useWorkbench();
  const lost = annotations.filter(({ anchor }) => anchor.state === 'orphaned').length;

  function close(): void {
    onListOpenChange(false);
    setActive(null, 'pointer');
  }

  return (
    <div className="relative col-start-3 ms-1 w-7 phone:ms-2 phone:w-8">
      <IconButton
        label={lost === 0 ? messages.margin.sheet.list : messages.margin.sheet.listWithLost(lost)}
        variant="outline"
        tooltipSide="left"
        onClick={() => onListOpenChange(true)}
        className="relative w-full! phone:-ms-0.5 print:hidden"
      >
        <List aria-hidden />
        {lost === 0 ? null : (
          <span
            aria-hidden
            className="absolute -inset-s-1.5 -top-1.5 min-w-4 rounded-full border border-warn bg-warn-bg px-1 text-2xs leading-3.5 font-semibold text-warn tabular-nums"
          >
            {lost}
          </span>
        )}
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
