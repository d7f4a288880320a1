'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { newId } from '@/lib/domain/new-id';
import type { FileProof } from '@/lib/exchange/file-proof';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { articles as articlesWords } from '../messages/articles';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { Problem } from '../ui/Notice';
import { ArticleDocView } from './ArticleDocView';
import { FileProofNotice } from './FileProofNotice';
import { type GalleyCounts, galleyCounts } from './galley-counts';
import { saveGalley } from './save-galley';

type GalleyPreviewProps = {
  readonly file: GalleyFile;
  /** The file as it is. */
  readonly words: string;
  readonly proof: FileProof | 'unsupported';
  readonly onAgain: () => void;
};

/** An exported article on its way back in: what is in the file, then it is saved and opened. */
export function GalleyPreview({ file, words: contents, proof, onAgain }: GalleyPreviewProps) {
  const words = importsWords.galley;
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [commandId] = useState(newId);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function save(): Promise<void> {
    setSaving(true);
    setFailure(undefined);
    try {
      const { articleId } = await saveGalley(contents, commandId);
      router.push(`/articles/${articleId}`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : articlesWords.noAnswer);
      setSaving(false);
    }
  }

  const people = [...new Set(file.people.map(({ name }) => name))].join(', ');
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[17.5rem_minmax(0,var(--container-article))]">
      <div className="flex flex-col gap-4 lg:sticky lg:top-20">
        <h2 ref={heading} tabIndex={-1} className="text-md font-semibold outline-none">
          {words.title}
        </h2>
        <ul className="flex flex-col gap-1 text-sm text-ink-2">
          <li>{words.from(file.team)}</li>
          <li>{articlesWords.revision(file.revision.number)}</li>
          <Counted counts={galleyCounts(file)} />
          {people === '' ? null : <li>{words.people(people)}</li>}
        </ul>
        <FileProofNotice proof={proof} />
        <p className="text-sm text-ink-2">{words.hint}</p>
        <Problem>{failure}</Problem>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={save} busy={isSaving}>
            {isSaving ? importsWords.preview.saving : words.save}
          </Button>
          {isSaving ? null : <Button onClick={onAgain}>{importsWords.preview.again}</Button>}
        </div>
      </div>
      <ArticleDocView doc={file.revision.doc} direction={file.article.direction} />
    </div>
  );
}

/** What comes in, line by line; what there is none of has no line, but for what a file that is no whole one lacks. */
function Counted({ counts: { annotations, replyRequests, whole } }: { readonly counts: GalleyCounts }) {
  const words = importsWords.galley;
  const lines = [
    words.annotations(annotations),
    ...(replyRequests === 0 ? [] : [words.replyRequests(replyRequests)]),
    ...(whole === null
      ? [words.notWhole]
      : wholeLines.flatMap((name) => (whole[name] === 0 ? [] : [words.whole[name](whole[name])]))),
  ];
  return lines.map((line) => <li key={line}>{line}</li>);
}

const wholeLines = [
  'revisions',
  'events',
  'sessions',
  'votes',
  'captures',
  'files',
  'corrections',
  'deleted',
  'missingFiles',
  'sealed',
] as const;
