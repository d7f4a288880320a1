'use client';

import { FormProblem } from '../account/FormProblem';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { share as shareWords } from '../messages/share';
import { SubmitButton } from '../ui/SubmitButton';
import { TextArea } from '../ui/TextArea';

type CorrectionFormProps = {
  readonly values: { readonly articleId: string; readonly version: string };
  readonly action: FormAction;
};

/** Publishes the report as it stands now, with a sentence on what is put right. */
export function CorrectionForm({ values: { articleId, version }, action }: CorrectionFormProps) {
  const [state, send] = useSentForm(action);
  const words = shareWords.publication;
  return (
    <form action={send} noValidate className="flex flex-col gap-3">
      <FormProblem state={state} />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        label={words.correction}
        hint={words.correctionHint}
        id="correction"
        name="correction"
        rows={3}
        maxLength={2_000}
        defaultValue={typedIn(state, 'correction')}
        error={faultOf(state, 'correction')}
      />
      <div>
        <SubmitButton busyLabel={words.busy}>{words.correct}</SubmitButton>
      </div>
    </form>
  );
}
