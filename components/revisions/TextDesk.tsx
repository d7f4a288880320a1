'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import type { Article, Revision } from '@/lib/domain/article';
import type { Person } from '@/lib/domain/team';
import type { TextShelf } from '@/lib/workbench/text-shelf';
import { useLeaveWarning } from '../articles/use-leave-warning';
import { articleAddress } from '../history/history-address';
import { device as deviceWords } from '../messages/device';
import { revisions } from '../messages/revisions';
import { PageBody } from '../shell/PageBody';
import { PageHeader } from '../shell/PageHeader';
import { guardSignOut } from '../shell/sign-out';
import { Button } from '../ui/Button';
import { Notice, Problem } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { TextArea } from '../ui/TextArea';
import { useToast } from '../ui/Toast';
import { LeftTexts } from './LeftTexts';
import { RefetchButton } from './RefetchButton';
import { compareAddress, editAddress } from './revisions-address';
import { TextConflict } from './TextConflict';
import { TextEditor } from './TextEditor';
import { TextToolbar } from './TextToolbar';
import { useCoEditors } from './use-co-editors';
import { useLeftTexts } from './use-left-texts';
import { useTextDraft } from './use-text-draft';
import { useTextEditor } from './use-text-editor';
import { useTextShelf } from './use-text-shelf';
import { WholeText } from './WholeText';

type TextDeskProps = {
  readonly actor: Actor;
  readonly article: Article;
  readonly revision: Revision;
  /** How far the article's record is. */
  readonly seq: number;
};

const words = revisions.edit;

/** The text of an article under an editor's hands, once it is known what lies on this device of it. */
export function TextDesk(props: TextDeskProps) {
  const shelf = useTextShelf(props.actor.userId, props.article.id, props.revision.id);
  return shelf === undefined ? (
    <>
      <PageHeader title={words.title(props.article.title)} meta={revisions.number(props.revision.number)} />
      <PageBody>
        <Skeleton lines={14} />
      </PageBody>
    </>
  ) : (
    <Desk {...props} shelf={shelf} />
  );
}

/** Changes are collected and saved as one revision with its reason. */
function Desk({ actor, article, revision, seq, shelf }: TextDeskProps & { readonly shelf: TextShelf }) {
  const router = useRouter();
  const { show } = useToast();
  const draft = useTextDraft(article.id, revision, shelf);
  const editor = useTextEditor({ language: article.language, direction: article.direction, draft });
  const left = useLeftTexts({ articleId: article.id, revision, shelf, draft, editor });
  const others = useCoEditors({ actor, articleId: article.id, seq, onRevised: meet });
  const [isWholeOpen, setWholeOpen] = useState(false);
  const { base, isChanged, isBusy, conflict, failure, reason } = draft;
  useLeaveWarning(isChanged && !isBusy, shelf.hasUnkept);
  useEffect(() => guardSignOut(() => (isChanged ? words.signOut : undefined)), [isChanged]);
  const trouble = isChanged ? shelf.getTrouble() : undefined;

  function meet(by: Person, number: number): void {
    if (isChanged) draft.meet({ number, message: words.conflict.by(by.name, number) });
    else router.refresh();
  }

  async function save(): Promise<void> {
    const number = await draft.save();
    if (number !== undefined) router.push(compareAddress(article.id, number - 1, number));
  }

  function discard(): void {
    const text = shelf.inHand();
    draft.discard();
    if (text !== undefined)
      show({
        message: words.discarded,
        onUndo: () => {
          shelf.keep(text);
          router.push(editAddress(article.id));
        },
      });
    router.push(articleAddress(article.id));
  }

  return (
    <>
      <PageHeader
        title={words.title(article.title)}
        meta={revisions.number(base.number)}
        actions={
          <>
            <Button onClick={discard}>{words.discard}</Button>
            <Button
              variant="primary"
              busy={isBusy}
              reason={isChanged ? undefined : words.unchanged}
              onClick={() => void save()}
            >
              {isBusy ? words.saving : words.save}
            </Button>
          </>
        }
      />
      <PageBody className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,var(--container-article))_minmax(16rem,20rem)] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0 lg:row-span-2">
          {editor === null ? (
            <Skeleton lines={14} />
          ) : (
            <>
              <TextToolbar editor={editor} />
              <TextEditor editor={editor} onSave={() => void save()} />
            </>
          )}
        </div>
        {/* Where there is one column: what must be known stands above the text, the rest below it. */}
        <div className="flex flex-col gap-4 empty:hidden max-lg:row-start-1">
          {others.length === 0 ? null : (
            <Notice role="status" tone="warn">
              {words.others(others.map(({ name }) => name))}
            </Notice>
          )}
          {trouble === undefined ? null : (
            <Notice role="status" tone="warn">
              {deviceWords.trouble[trouble]}
            </Notice>
          )}
          <LeftTexts
            texts={left.texts}
            onTakeUp={(text) => void left.takeUp(text)}
            onThrowAway={left.throwAway}
          />
          {draft.isRestored ? <Notice role="status">{words.kept}</Notice> : null}
          <Problem>{failure}</Problem>
          {conflict === undefined || editor === null ? null : (
            <TextConflict articleId={article.id} conflict={conflict} draft={draft} editor={editor} />
          )}
        </div>
        <div className="flex flex-col gap-4">
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            value={reason}
            maxLength={1_000}
            onChange={(event) => draft.setReason(event.currentTarget.value)}
          />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setWholeOpen(true)}>{words.whole}</Button>
            {article.sourceAddress === null || editor === null ? null : (
              <RefetchButton address={article.sourceAddress} editor={editor} onSource={draft.setSource} />
            )}
          </div>
          <p className="text-xs text-ink-2">{words.effect}</p>
          <p className="text-xs text-ink-3">{words.keptNote}</p>
        </div>
      </PageBody>
      {isWholeOpen && editor !== null ? (
        <WholeText editor={editor} onSource={draft.setSource} onClose={() => setWholeOpen(false)} />
      ) : null}
    </>
  );
}
