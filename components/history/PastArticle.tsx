import type { ArticleState } from '@/lib/domain/apply';
import { coverageOf } from '@/lib/domain/coverage';
import { inTextOrder } from '@/lib/domain/text-order';
import { messages } from '../messages';
import { history } from '../messages/history';
import { PastCard } from './PastCard';
import { PastText } from './PastText';

const words = history.past;

/** An article as it was at a past moment: its text with the marks, and the cards beside it. Nothing to change. */
export function PastArticle({ state }: { readonly state: ArticleState }) {
  const annotations = Object.values(state.annotations).sort(inTextOrder);
  const numbered = annotations.map((annotation, index) => ({ annotation, number: index + 1 }));
  const nameOf = (id: string): string => state.people[id]?.name ?? words.formerly;
  const { decided, total } = coverageOf(state.revision.sentences, annotations);
  const { title, signOff } = state.article;
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-x-12 gap-y-8 px-7 pt-8 pb-20 max-phone:px-4 wide:grid-cols-[minmax(0,var(--container-article))_minmax(18rem,1fr)] print:block">
      <section aria-label={words.text} className="min-w-0">
        <p className="mb-4 text-sm text-ink-2">
          {title} · {messages.workbench.revision(state.revision.number)} · {words.coverage(decided, total)}
        </p>
        {signOff === null ? null : (
          <p className="mb-4 text-sm font-medium text-ok">{words.signedOff(nameOf(signOff.byId))}</p>
        )}
        <PastText doc={state.revision.doc} direction={state.article.direction} numbered={numbered} />
      </section>
      <section aria-label={words.cards} className="min-w-0">
        <h2 className="mb-3 text-sm font-semibold text-ink-2">{words.count(annotations.length)}</h2>
        {annotations.length === 0 ? <p className="text-ink-2">{words.noCards}</p> : null}
        <ol className="space-y-2">
          {numbered.map(({ annotation, number }) => (
            <PastCard key={annotation.id} annotation={annotation} number={number} nameOf={nameOf} />
          ))}
        </ol>
      </section>
    </div>
  );
}
