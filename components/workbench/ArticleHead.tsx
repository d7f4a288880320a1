import { memo } from 'react';
import type { Article, Revision } from '@/lib/domain/article';
import { blockText, textBlocks } from '@/lib/domain/article-doc';
import { messages } from '../messages';
import { dayText } from './day-text';

type ArticleHeadProps = { readonly article: Article; readonly revision: Revision };

/**
 * What stands above the text: where it is from, byline, day, length, and the headline unless the text begins with it.
 * Remembered, because it reads the whole text and no mark changes it.
 */
export const ArticleHead = memo(function ArticleHead({ article, revision }: ArticleHeadProps) {
  // What we say of it stands where its headline begins.
  const side = article.direction === 'rtl' ? 'text-right' : 'text-left';
  const { title, byline, publication, publishedOn, language, isSample } = article;
  const kicker = [isSample ? messages.workbench.sample : null, publication].filter((part) => part !== null);
  const line = [
    byline,
    publishedOn === null ? null : dayText(publishedOn),
    messages.workbench.words(countWords(revision.text).toLocaleString('en')),
    language === null ? null : languageName(language),
  ].filter((part) => part !== null);
  if (beginsWith(revision, title)) {
    return <p className={`${kickerClass} ${side} mb-3.5`}>{[...kicker, ...line].join(' · ')}</p>;
  }
  return (
    <div className={`mb-5.5 border-b pb-4.5 ${side}`}>
      {kicker.length === 0 ? null : <p className={`${kickerClass} mb-3`}>{kicker.join(' · ')}</p>}
      <p
        dir="auto"
        className="mb-2.5 font-serif text-3xl font-semibold tracking-[-0.012em] text-balance max-phone:text-[1.6875rem]"
      >
        {title}
      </p>
      <p className="text-sm text-ink-2">{line.join(' · ')}</p>
    </div>
  );
});

const kickerClass = 'text-xs font-medium tracking-wide text-ink-3';

function beginsWith({ doc }: Revision, title: string): boolean {
  const [first] = textBlocks(doc);
  return first !== undefined && blockText(first).trim() === title.trim();
}

/** Words as word processors count them: in scripts without spaces each sign is one. */
const countWords = (text: string): number => text.match(wordOrSign)?.length ?? 0;
const wordOrSign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}][^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*/gu;

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    // Not every well-formed code has a name.
    return code;
  }
}
