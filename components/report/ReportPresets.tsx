import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { newId } from '@/lib/domain/new-id';
import type { Arrangement } from '@/lib/domain/report/report-arrangement';
import type { ReportPreset } from '@/lib/domain/report/report-preset';
import { askServer } from '../articles/ask-server';
import { reportBuilder } from '../messages/report-builder';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { useToast } from '../ui/Toast';

type ReportPresetsProps = {
  readonly arrangement: Arrangement;
  readonly presets: readonly ReportPreset[];
  /** Whether this person may keep presets for the team. */
  readonly maySave: boolean;
  readonly onChoose: (arrangement: Arrangement) => void;
};

const words = reportBuilder.preset;

/** Choices that the team keeps under a name: chosen, kept, changed and deleted here. */
export function ReportPresets({ arrangement, presets, maySave, onChoose }: ReportPresetsProps) {
  const [chosenId, setChosenId] = useState('');
  const [name, setName] = useState<string>();
  const [isNameMissing, setNameMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const toast = useToast();
  const chosen = presets.find(({ id }) => id === chosenId);

  function choose(id: string): void {
    setChosenId(id);
    const preset = presets.find((one) => one.id === id);
    if (preset !== undefined) onChoose({ ...preset.arrangement, since: arrangement.since });
  }

  /** Says how it went; false when it was refused. */
  async function ask(preset: ReportPreset, method: 'PUT' | 'DELETE'): Promise<boolean> {
    const { id, name: own, arrangement: kept } = preset;
    try {
      const body = method === 'PUT' ? { body: { name: own, arrangement: kept } } : {};
      await askServer(`/api/report-presets/${id}`, { method, ...body });
      router.refresh();
      return true;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      toast.show({ message: words.refused(sentence), tone: 'danger' });
      return false;
    }
  }

  async function save(preset: ReportPreset): Promise<void> {
    if (!(await ask(preset, 'PUT'))) return;
    setChosenId(preset.id);
    setName(undefined);
    toast.show({ message: words.saved(preset.name) });
  }

  async function remove(preset: ReportPreset): Promise<void> {
    if (!(await ask(preset, 'DELETE'))) return;
    setChosenId('');
    toast.show({ message: words.removed(preset.name), onUndo: () => void save(preset) });
  }

  const own = {
    ...arrangement,
    sections: [...arrangement.sections],
    marks: [...arrangement.marks],
    details: [...arrangement.details],
    since: null,
  };
  function keep(typed: string): void {
    const isMissing = typed.trim() === '';
    setNameMissing(isMissing);
    if (isMissing) field.current?.focus();
    else void save({ id: newId(), name: typed.trim(), arrangement: own });
  }

  function nameIt(typed: string | undefined): void {
    setNameMissing(false);
    setName(typed);
  }

  return (
    <div className="flex flex-col gap-2">
      <Select
        label={words.label}
        value={chosen === undefined ? '' : chosenId}
        onChange={({ target }) => choose(target.value)}
        options={[
          { value: '', label: words.none },
          ...presets.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      {!maySave ? null : name === undefined ? (
        <div className="-ms-2.5 flex flex-wrap">
          <Button size="sm" variant="ghost" onClick={() => nameIt('')}>
            {words.save}
          </Button>
          {chosen === undefined ? null : (
            <>
              <Button size="sm" variant="ghost" onClick={() => void save({ ...chosen, arrangement: own })}>
                {words.change}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => void remove(chosen)}>
                {words.remove}
              </Button>
            </>
          )}
        </div>
      ) : (
        <>
          <TextField
            ref={field}
            label={words.name}
            error={isNameMissing ? words.nameMissing : undefined}
            value={name}
            maxLength={60}
            autoFocus
            onChange={({ target }) => nameIt(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep(name);
            }}
          />
          <div className="flex gap-2">
            <Button size="sm" variant="primary" onClick={() => keep(name)}>
              {words.keep}
            </Button>
            <Button size="sm" onClick={() => nameIt(undefined)}>
              {words.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
