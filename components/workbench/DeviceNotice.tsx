'use client';

import { useState } from 'react';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import type { DeviceTrouble } from '@/lib/workbench/device';
import type { Draft } from '@/lib/workbench/drafts';
import type { Recovered } from '@/lib/workbench/save-state';
import { card as cardWords } from '../messages/card';
import { nameOfCommand, device as words } from '../messages/device';
import { threads as threadsWords } from '../messages/threads';
import { Button } from '../ui/Button';

type DeviceNoticeProps = {
  readonly recovered: Recovered | undefined;
  readonly trouble: DeviceTrouble | undefined;
  readonly annotations: ArticleState['annotations'];
  readonly onShow: (annotationId: string) => void;
  readonly onClose: () => void;
};

/** As many lines as can be taken in at a glance. */
const most = 5;

/** What earlier pages had left on this device, with what and where; and why nothing can be kept, if so. */
export function DeviceNotice({ recovered, trouble, annotations, onShow, onClose }: DeviceNoticeProps) {
  const [isTroubleSeen, setTroubleSeen] = useState(false);
  const shownTrouble = isTroubleSeen ? undefined : trouble;
  if (shownTrouble === undefined && recovered === undefined) return null;

  function close(): void {
    setTroubleSeen(true);
    onClose();
  }

  return (
    <section
      aria-label={words.label}
      className="fixed start-18 bottom-14 z-10 flex max-w-sm flex-col gap-2 rounded-xl border border-line-2 bg-sheet px-3.5 py-3 text-sm shadow-float max-phone:inset-x-3 max-phone:bottom-14 print:hidden"
    >
      {shownTrouble === undefined ? null : (
        <p role="status" className="text-warn">
          {words.trouble[shownTrouble]}
        </p>
      )}
      {recovered === undefined ? null : (
        <>
          <Part
            title={words.sending(recovered.commands.length)}
            items={recovered.commands.map(ofCommand)}
            annotations={annotations}
            onShow={onShow}
          />
          <Part
            title={words.unfinished(recovered.drafts.length)}
            items={recovered.drafts.map(ofDraft)}
            annotations={annotations}
            onShow={onShow}
          />
          {recovered.elsewhere === 0 ? null : <p role="status">{words.elsewhere(recovered.elsewhere)}</p>}
        </>
      )}
      <Button size="sm" className="self-end" onClick={close}>
        {words.close}
      </Button>
    </section>
  );
}

type Item = { readonly key: string; readonly what: string; readonly annotationId: string | undefined };

const ofCommand = (command: Command): Item => ({
  key: command.commandId,
  what: nameOfCommand(command),
  annotationId: 'annotationId' in command ? command.annotationId : undefined,
});

const ofDraft = (draft: Draft): Item => ({
  key: `${draft.kind} ${draft.itemId}`,
  what: draft.kind === 'thread' ? threadsWords.kinds[draft.values.kind] : cardWords.form.drafts[draft.kind],
  annotationId: draft.annotationId,
});

type PartProps = Pick<DeviceNoticeProps, 'annotations' | 'onShow'> & {
  readonly title: string;
  readonly items: readonly Item[];
};

function Part({ title, items, annotations, onShow }: PartProps) {
  if (items.length === 0) return null;
  return (
    <div>
      <p role="status" className="font-medium">
        {title}
      </p>
      <ul className="mt-1 flex flex-col gap-0.5 text-ink-2">
        {items.slice(0, most).map(({ key, what, annotationId }) => {
          const annotation = annotationId === undefined ? undefined : annotations[annotationId];
          return (
            <li key={key} className="flex min-h-6 items-center gap-2">
              <span className="min-w-0 flex-1 truncate">
                {annotation === undefined ? what : words.on(what, annotation.anchor.exact)}
              </span>
              {annotation === undefined ? null : (
                <Button size="sm" variant="ghost" onClick={() => onShow(annotation.id)}>
                  {words.show}
                </Button>
              )}
            </li>
          );
        })}
        {items.length > most ? <li>{words.more(items.length - most)}</li> : null}
      </ul>
    </div>
  );
}
