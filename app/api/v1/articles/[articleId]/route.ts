import { articleParams } from '@/lib/server/api/requests';
import { getArticle } from '@/lib/server/articles/get-article';
import { door } from '@/lib/server/http';

/** An article with its text, revision and `seq`. */
export const GET = door({ params: articleParams }, ({ actor, params }) =>
  getArticle(actor, params.articleId),
);
