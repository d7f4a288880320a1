'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ScaleDraft } from '@/lib/domain/scale-draft';
import type { ScaleLine } from '@/lib/domain/team-rules';
import { scales as scalesWords } from '../messages/scales';
import { Button } from '../ui/Button';
import { StatusChip } from '../ui/StatusChip';
import { ScaleDialog, type ScaleToEdit } from './ScaleDialog';
import { ScaleMenu } from './ScaleMenu';
import { ScaleSteps } from './ScaleSteps';
import type { ScaleActions } from './scale-actions';

type ScalesProps = {
  readonly scales: readonly ScaleLine[];
  readonly actions: ScaleActions;
  /** Why the actor may not change them; absent when they may. */
  readonly reason: string | undefined;
};

/** The team's verdict scales and Galley's presets: which one is in use, and what can be done about each. */
export function Scales({ scales, actions, reason }: ScalesProps) {
  const [editing, setEditing] = useState<ScaleToEdit>();
  // What was written stays here when the dialog is left without saving.
  const [drafts, setDrafts] = useState<Readonly<Record<string, ScaleDraft>>>({});
  const words = scalesWords;

  return (
    <div className="flex flex-col items-start gap-4">
      <ul aria-label={words.list} className="w-full divide-y divide-line border-y">
        {scales.map((scale) => (
          <li key={scale.id} className="flex flex-col gap-2 py-3">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <h3 className="font-semibold">{scale.name}</h3>
              {scale.isChosen ? <StatusChip tone="blue">{words.inUse}</StatusChip> : null}
              {scale.isArchived ? <StatusChip tone="grey">{words.archived}</StatusChip> : null}
              <span className="text-xs text-ink-2">
                {scale.isPreset ? words.preset : words.own(scale.version)}
              </span>
              <div className="ms-auto">
                <ScaleMenu scale={scale} actions={actions} reason={reason} onEdit={setEditing} />
              </div>
            </div>
            {scale.steps.length === 0 ? (
              <p className="text-sm text-ink-2">{words.noSteps}</p>
            ) : (
              <ScaleSteps label={scale.name} steps={scale.steps} />
            )}
          </li>
        ))}
      </ul>
      <Button reason={reason} onClick={() => setEditing(newScale)}>
        <Plus aria-hidden className="size-4" />
        {words.make}
      </Button>
      {editing === undefined ? null : (
        <ScaleDialog
          key={editing.draftKey}
          target={editing}
          draft={drafts[editing.draftKey] ?? editing.start}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [editing.draftKey]: draft }))}
          action={actions.save}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setDrafts(({ [editing.draftKey]: _saved, ...others }) => others);
            setEditing(undefined);
          }}
        />
      )}
    </div>
  );
}

const blank = { key: null, label: '', internal: 'true' } as const;
const newScale: ScaleToEdit = {
  draftKey: 'new',
  scaleId: null,
  version: null,
  start: { name: '', steps: [blank, { ...blank, internal: 'false' }] },
};
