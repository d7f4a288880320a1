import { Button } from './Button';
import { CopyField } from './CopyField';

type ShownOnceProps = {
  readonly said: string;
  readonly label: string;
  readonly value: string;
  readonly done: string;
  readonly onDone: () => void;
};

/** Something secret that was just made, to copy now: it is not shown again. */
export function ShownOnce({ said, label, value, done, onDone }: ShownOnceProps) {
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{said}</p>
      <CopyField label={label} value={value} />
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          {done}
        </Button>
      </div>
    </div>
  );
}
