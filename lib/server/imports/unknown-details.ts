import type { ArticleDetails } from '@/lib/domain/article';

/** What is known of an article before its file has been read. */
export const unknownDetails: ArticleDetails = {
  title: '',
  byline: null,
  publication: null,
  publishedOn: null,
  sourceAddress: null,
  language: null,
  direction: null,
};
