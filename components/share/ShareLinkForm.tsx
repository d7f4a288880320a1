'use client';

import { shareDays } from '@/lib/domain/report/share-link';
import { FormProblem } from '../account/FormProblem';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { share as shareWords } from '../messages/share';
import { RadioGroup } from '../ui/RadioGroup';
import { Select } from '../ui/Select';
import { ShownOnce } from '../ui/ShownOnce';
import { SubmitButton } from '../ui/SubmitButton';

type ShareLinkFormProps = {
  readonly articleId: string;
  readonly action: FormAction<string>;
  readonly onDone: () => void;
};

/** The public copy first: it is what most people are meant to see. */
const views = ['public', 'checked', 'checking'] as const;

/** Asks which copy and for how long, then shows the link, once. */
export function ShareLinkForm({ articleId, action, onDone }: ShareLinkFormProps) {
  const [state, send] = useSentForm(action);
  const words = shareWords.links;
  if (state.status === 'done') {
    return (
      <ShownOnce
        said={words.made}
        label={words.link}
        value={state.result}
        done={words.done}
        onDone={onDone}
      />
    );
  }
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="articleId" value={articleId} />
      <RadioGroup
        name="view"
        label={words.view}
        defaultValue={typedIn(state, 'view') ?? 'public'}
        error={faultOf(state, 'view')}
        options={views.map((view) => ({ value: view, ...words.views[view] }))}
      />
      <Select
        label={words.days}
        id="share-days"
        name="days"
        defaultValue={typedIn(state, 'days') ?? '7'}
        error={faultOf(state, 'days')}
        options={shareDays.map((days) => ({ value: String(days), label: words.dayNames[days] }))}
      />
      <div className="flex justify-end">
        <SubmitButton busyLabel={words.busy}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
