import { memo, useMemo } from 'react';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { type DraftComment, placeComment } from '@/lib/domain/draft-comment';
import { imports as importsWords } from '../messages/imports';

type ImportCommentsProps = { readonly comments: readonly DraftComment[]; readonly doc: ArticleDoc };

const maxShown = 50;

/** The comments that came with a document, and how many of them lost their words to a correction. */
export const ImportComments = memo(function ImportComments({ comments, doc }: ImportCommentsProps) {
  const words = importsWords.preview;
  const lost = useMemo(() => {
    const text = canonicalText(doc);
    return comments.filter((comment) => placeComment(text, comment) === null).length;
  }, [comments, doc]);
  if (comments.length === 0) return null;
  const shown = comments.slice(0, maxShown);
  return (
    <section className="border-t pt-4">
      <h2 className="text-sm font-semibold">{words.comments(comments.length)}</h2>
      <p className="mt-1 text-sm text-ink-2">{words.commentsHint}</p>
      {lost === 0 ? null : <p className="mt-1 text-sm text-warn">{words.commentsLost(lost)}</p>}
      <ul className="mt-2 flex flex-col gap-2.5">
        {shown.map(({ quote, author, words: said, replies }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a draft's comments never changes
          <li key={at} className="border-s-2 border-line-2 ps-2.5 text-sm">
            <p className="line-clamp-2 font-serif text-ink-2 italic" dir="auto">
              “{quote.exact}”
            </p>
            <p className="line-clamp-3" dir="auto">
              {said}
            </p>
            <p className="text-xs text-ink-2">{words.commentBy(author, replies.length)}</p>
          </li>
        ))}
      </ul>
      {comments.length > maxShown ? (
        <p className="mt-2 text-sm text-ink-2">{words.more(comments.length - maxShown)}</p>
      ) : null}
    </section>
  );
});
