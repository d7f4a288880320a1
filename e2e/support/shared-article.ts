import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The real article of a news blog, which lies beside the repository where the project is developed. */
const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'articles', 'huawei-5g.txt');

/** The article as a file to import: the real one where it is, else one of our own of the same kind. */
export function articleFile(): { readonly name: string; readonly text: string; readonly isReal: boolean } {
  if (existsSync(file)) return { name: 'huawei-5g.txt', text: readFileSync(file, 'utf8'), isReal: true };
  return { name: 'quay.txt', text: ownArticle, isReal: false };
}

const ownArticle = `Real reason the council wants the quay: the port wants to grow


The council, the port and the union are among those who resist the mayor, who wants it.

One senior official said that nobody had presented “actual facts” about the quay.

The Costs

There is no evidence. The worries are understandable.

  1. The port uses cranes for its old quay. To be compatible, it needs the same cranes.
  2. Other makers would be far more expensive.
  3. Choosing another maker might set the port back two years.

I side with the union on all counts.

Comments

Anna said:
It's the harbour master’s job to say so — nobody else's.
`;
