'use client';

import { Ellipsis, FileX, Library, Lock, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import { can, reasonOf } from '@/lib/domain/policy';
import { card as cardWords } from '../messages/card';
import { evidenceWords } from '../messages/evidence-words';
import { sources as sourcesWords } from '../messages/sources';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem, MenuLink } from '../ui/Menu';
import { Clamped } from './Clamped';
import { dayText } from './day-text';
import { EditedMark } from './EditedMark';
import { SafeLink } from './RichTextView';
import type { Captures } from './use-captures';
import { usePartActs } from './use-part-acts';
import { useSaveSource } from './use-save-source';
import { useWorkbench } from './workbench-context';

const EvidenceContact = lazy(async () => ({ default: (await import('./EvidenceContact')).EvidenceContact }));
const EvidenceFileView = lazy(async () => ({
  default: (await import('./EvidenceFileView')).EvidenceFileView,
}));

const EvidenceCapture = lazy(async () => ({
  default: (await import('./EvidenceCapture')).EvidenceCapture,
}));

const words = cardWords.evidence;

/** Rare, so it comes when it is needed. */
const ReusedFrom = lazy(() => import('./ReusedFrom').then((module) => ({ default: module.ReusedFrom })));

type EvidenceItemProps = {
  readonly annotation: Annotation;
  readonly evidence: Evidence;
  readonly captures: Captures;
  readonly onEdit: () => void;
};

/** One piece of evidence: title, tier, locator and access day; its stance at the right. */
export function EvidenceItem({ annotation, evidence, captures, onEdit }: EvidenceItemProps) {
  const { actor } = useWorkbench();
  const { removeEvidence, removeFile } = usePartActs(annotation);
  const saveSource = useSaveSource(annotation);
  const { title, address, quote, stance, file } = evidence;
  return (
    <li className="mt-1.5 rounded-md border bg-paper py-1.5 ps-2.5 pe-1 text-sm">
      <div className="flex items-start gap-1">
        <p className="min-w-0 flex-1 pt-0.5 font-semibold break-words" dir="auto">
          {address === null ? (
            title
          ) : (
            <SafeLink
              href={address}
              className="underline decoration-line-3 underline-offset-3 hover:decoration-ink"
            >
              {title}
            </SafeLink>
          )}
        </p>
        <span className={classNames('pt-1 text-2xs font-semibold whitespace-nowrap', stanceText[stance])}>
          {evidenceWords.evidenceStances[stance]}
        </span>
        <Menu
          align="end"
          trigger={
            <IconButton label={words.actionsFor(title)} size="sm" className="-my-0.5">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem
            icon={<Pencil aria-hidden />}
            onSelect={onEdit}
            reason={reasonOf(can(actor, 'evidence.change'))}
          >
            {words.edit}
          </MenuItem>
          {file === null ? null : (
            <MenuItem
              icon={<FileX aria-hidden />}
              onSelect={() => removeFile(evidence, file)}
              reason={reasonOf(can(actor, 'evidence.change'))}
            >
              {cardWords.file.remove}
            </MenuItem>
          )}
          {evidence.sourceId === null ? (
            <MenuItem
              icon={<Library aria-hidden />}
              onSelect={() => void saveSource(evidence)}
              reason={reasonOf(can(actor, 'source.create'))}
            >
              {sourcesWords.suggest.save}
            </MenuItem>
          ) : (
            <MenuLink icon={<Library aria-hidden />} href={`/sources/${evidence.sourceId}`}>
              {sourcesWords.suggest.open}
            </MenuLink>
          )}
          <MenuItem
            icon={<Trash2 aria-hidden />}
            danger
            onSelect={() => removeEvidence(evidence)}
            reason={reasonOf(can(actor, 'evidence.delete'))}
          >
            {words.remove}
          </MenuItem>
        </Menu>
      </div>
      <p className="me-1.5 text-xs text-ink-3">
        {detailsOf(evidence)}
        {evidence.changedAt === evidence.createdAt ? null : (
          <>
            {' '}
            <span className="inline-flex items-center gap-1">
              <EditedMark itemId={evidence.id} changedAt={evidence.changedAt} isEvidence />
            </span>
          </>
        )}
      </p>
      <EvidenceDepth evidence={evidence} />
      {evidence.contactId === null ? null : (
        <Suspense>
          <EvidenceContact contactId={evidence.contactId} />
        </Suspense>
      )}
      {file === null ? null : (
        <Suspense>
          <EvidenceFileView file={file} />
        </Suspense>
      )}
      {evidence.reusedFromId === null ? null : (
        <Suspense fallback={null}>
          <ReusedFrom annotationId={annotation.id} evidenceId={evidence.id} />
        </Suspense>
      )}
      {quote === null ? null : (
        <Clamped
          lines={3}
          className="mt-1 me-1.5 border-s-2 border-line-2 ps-2 font-serif text-sm text-ink-2 italic"
        >
          <span dir="auto" className="block">
            {quote}
          </span>
        </Clamped>
      )}
      {address === null ? null : (
        <Suspense>
          <EvidenceCapture annotationId={annotation.id} evidence={evidence} captures={captures} />
        </Suspense>
      )}
    </li>
  );
}

/** "Official document · Primary · p. 6, item 4 · accessed 3 Mar 2026 · example.org" */
function detailsOf({ type, tier, locator, accessedOn, address }: Evidence): string {
  return [
    evidenceWords.evidenceTiers[tier],
    locator ?? words.noLocator,
    accessedOn === null ? words.noAccess : words.accessed(dayText(accessedOn)),
    evidenceWords.evidenceTypes[type],
    ...(address === null ? [] : [new URL(address).hostname.replace(/^www\./, '')]),
  ].join(' · ');
}

/** "Confidential · not for attribution · Admiralty code B2 · goes back to Reuters · archived copy" */
function EvidenceDepth({ evidence }: Pick<EvidenceItemProps, 'evidence'>) {
  const { independenceGroup, reliability, credibility, attribution, archivedAddress, isConfidential } =
    evidence;
  const code = `${reliability ?? ''}${credibility ?? ''}`;
  const parts = [
    ...(attribution === null ? [] : [evidenceWords.attributions[attribution]]),
    ...(code === '' ? [] : [words.admiralty(code)]),
    ...(independenceGroup === null ? [] : [words.group(independenceGroup)]),
  ];
  if (parts.length === 0 && archivedAddress === null && !isConfidential) return null;
  return (
    <p className="me-1.5 text-xs text-ink-3">
      {isConfidential ? (
        <span className="me-1.5 inline-flex items-center gap-1 font-semibold text-ink-2">
          <Lock aria-hidden className="size-3" />
          {words.confidential}
        </span>
      ) : null}
      {parts.join(' · ')}
      {archivedAddress === null ? null : (
        <>
          {parts.length === 0 ? null : ' · '}
          <SafeLink href={archivedAddress} className="underline underline-offset-2 hover:text-ink">
            {words.archived}
          </SafeLink>
        </>
      )}
    </p>
  );
}

const stanceText = {
  supports: 'text-ok',
  refutes: 'text-danger',
  mixed: 'text-warn',
  context: 'text-ink-2',
};
