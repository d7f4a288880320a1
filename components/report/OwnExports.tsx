import { type Export, isOpen } from '@/lib/domain/report/export';
import { reportBuilder } from '../messages/report-builder';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';
import { ProgressBar } from '../ui/ProgressBar';
import { RelativeTime } from '../ui/RelativeTime';

type OwnExportsProps = { readonly exports: readonly Export[]; readonly onStop: (id: string) => void };

const words = reportBuilder.exports;

/** Reports that are, or were, written for oneself in the background. */
export function OwnExports({ exports, onStop }: OwnExportsProps) {
  if (exports.length === 0) return null;
  return (
    <section aria-label={words.list}>
      <h2 className="text-sm font-medium text-ink">{words.list}</h2>
      <ul className="mt-1 flex flex-col">
        {exports.map((one) => (
          <li key={one.id} className="border-b py-2.5 last:border-b-0">
            <OwnExport own={one} onStop={onStop} />
          </li>
        ))}
      </ul>
      <p className="mt-1 text-xs text-ink-2">{words.kept}</p>
    </section>
  );
}

function OwnExport({ own, onStop }: { readonly own: Export; readonly onStop: (id: string) => void }) {
  const name = words.name(own.format, own.table, own.view);
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1 text-sm">
        {isOpen(own) ? (
          <ProgressBar
            label={name}
            value={own.share === 0 ? undefined : own.share}
            text={own.state === 'waiting' ? words.waiting : words.written(own.share)}
          />
        ) : (
          <>
            <p className="font-medium">{name}</p>
            <p className="text-xs text-ink-2">
              {own.problem ?? words.states[own.state === 'ready' ? 'ready' : 'stopped']}{' '}
              <RelativeTime at={own.createdAt} />
            </p>
          </>
        )}
      </div>
      {isOpen(own) ? (
        <Button size="sm" aria-label={words.stopOf(name)} onClick={() => onStop(own.id)}>
          {words.stop}
        </Button>
      ) : own.file === null ? null : (
        <a
          href={`/api/v1/exports/${own.id}/file`}
          download={own.file.name}
          aria-label={words.downloadOf(own.file.name)}
          className={buttonClass('outline', 'sm')}
        >
          {words.download}
        </a>
      )}
    </div>
  );
}
