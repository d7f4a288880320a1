import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { getArticleState } from '@/lib/server/articles/get-article-state';
import { door } from '@/lib/server/http';

const params = z.strictObject({ articleId: idSchema });

/** The article with all that hangs on it as of one `seq`, for a workbench that missed too much to be told one by one. */
export const GET = door({ params }, ({ actor, params }) => getArticleState(actor, params.articleId));
