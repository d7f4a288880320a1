import { comparisonQuery } from '@/lib/server/api/past-requests';
import { articleParams } from '@/lib/server/api/requests';
import { compareLines } from '@/lib/server/articles/present-past';
import { door } from '@/lib/server/http';

/** Two revisions line by line. */
export const GET = door({ params: articleParams, query: comparisonQuery }, ({ actor, params, query }) =>
  compareLines(actor, params.articleId, query),
);
