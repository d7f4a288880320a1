import { Clamped } from '../Clamped';

/** What somebody wrote, with what it answers before it. Nothing when nothing was written. */
export function Words({ label, text }: { readonly label?: string; readonly text: string }) {
  if (text === '' && label === undefined) return null;
  return (
    <Clamped lines={3} canExpand className="mt-0.5 text-sm">
      <span dir="auto" className="block break-words whitespace-pre-line">
        {label === undefined ? null : (
          <span className="text-ink-2">{text === '' ? label : `${label}: `}</span>
        )}
        {text}
      </span>
    </Clamped>
  );
}
