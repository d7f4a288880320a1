'use client';

import type { EvidenceVersion } from '@/lib/domain/lists';
import { evidenceLines } from '../messages/history-changes';
import { exactTime } from '../ui/relative-time';
import { KeptVersions } from './KeptVersions';
import { useWorkbench } from './workbench-context';

type EvidenceVersionsDialogProps = { readonly itemId: string; readonly onClose: () => void };

/** What a piece of evidence said before, the latest first: of each what is other than before. */
export function EvidenceVersionsDialog({ itemId, onClose }: EvidenceVersionsDialogProps) {
  const { articleId } = useWorkbench();
  const address = `/api/v1/articles/${articleId}/evidence/${itemId}/versions?limit=100`;
  return (
    <KeptVersions<EvidenceVersion> address={address} onClose={onClose}>
      {(versions) => (
        <ol className="flex flex-col">
          {versions
            .map((one, index) => <Version key={one.version} now={one} before={versions[index - 1]} />)
            .reverse()}
        </ol>
      )}
    </KeptVersions>
  );
}

function Version({
  now,
  before,
}: {
  readonly now: EvidenceVersion;
  readonly before: EvidenceVersion | undefined;
}) {
  const { people } = useWorkbench();
  return (
    <li className="border-t py-2.5 first:border-t-0">
      <p className="text-xs text-ink-3">
        {people[now.byId]?.name ?? ''} · <time dateTime={now.at}>{exactTime(new Date(now.at))}</time>
      </p>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 text-sm">
        {evidenceLines(now.fields, before?.fields).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd dir="auto" className="min-w-0 break-words">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
