import type { BackInFormatting, BackInText } from '@/lib/exchange/back-in';
import { bringBackText as words } from '../messages/bring-back-text';
import { formattingSentence } from './formatting-sentence';
import { PlanSection } from './PlanSection';
import { ReturnedChoice } from './ReturnedChoice';

type FormattingChangesProps = {
  readonly text: Pick<BackInText, 'formatting' | 'unplacedFormatting'>;
  readonly chosen: ReadonlySet<string>;
  /** Absent for who may not change the text. */
  readonly onToggle?: ((id: string) => void) | undefined;
};

/** How words and paragraphs of a Word report that came back look otherwise, and what of it is not to be made. */
export function FormattingChanges({ text, chosen, onToggle }: FormattingChangesProps) {
  return (
    <>
      <PlanSection title={words.formatting} hint={words.formattingHint} items={text.formatting}>
        {(change) => (
          <ReturnedChoice
            key={change.id}
            {...change}
            kindName={words.formattingKinds[change.kind]}
            isChosen={chosen.has(change.id)}
            onToggle={onToggle === undefined ? undefined : () => onToggle(change.id)}
            label={<InPlace change={change} />}
          />
        )}
      </PlanSection>
      <PlanSection title={words.unplacedFormatting} items={text.unplacedFormatting}>
        {({ change, was, exact, why }, index) => (
          <li key={index} className="border-b py-2 text-sm last:border-b-0">
            <p className="font-serif break-words" dir="auto">
              {exact}
            </p>
            <span className="font-semibold">{formattingSentence(change, was)}.</span>{' '}
            <span className="text-ink-2">{why}</span>
          </li>
        )}
      </PlanSection>
    </>
  );
}

function InPlace({ change: { change, was, exact, lead, tail } }: { readonly change: BackInFormatting }) {
  return (
    <>
      <span className="text-ink-3">{lead}</span>
      <span className="underline decoration-dotted decoration-1 underline-offset-4">{exact}</span>
      <span className="text-ink-3">{tail}</span>
      <span className="block break-all pt-1 font-sans text-sm font-semibold" dir="ltr">
        {formattingSentence(change, was)}
      </span>
    </>
  );
}
