'use client';

import type { ArticleDetails } from '@/lib/domain/article';
import { directions } from '@/lib/domain/direction';
import { imports as importsWords } from '../messages/imports';
import { words as plainWords } from '../messages/words';
import { Select } from '../ui/Select';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import { languageOptions } from './language-options';

export type DetailErrors = Readonly<Partial<Record<keyof ArticleDetails, string>>>;

type DetailsFieldsProps = {
  readonly details: ArticleDetails;
  readonly errors: DetailErrors;
  readonly idOf: (name: keyof ArticleDetails) => string;
  readonly onTitle: (title: string) => void;
  readonly onDetail: (name: Exclude<keyof ArticleDetails, 'title'>, value: string) => void;
};

/** What is known about an article besides its text, each in a field. */
export function DetailsFields({ details, errors, idOf, onTitle, onDetail }: DetailsFieldsProps) {
  const words = importsWords.preview;
  const line = (name: 'byline' | 'publication' | 'sourceAddress') => ({
    id: idOf(name),
    label: words[name],
    value: details[name] ?? '',
    error: errors[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      onDetail(name, event.currentTarget.value),
  });
  return (
    <div className="grid gap-4 sm:max-lg:grid-cols-2">
      <TextArea
        id={idOf('title')}
        label={words.headline}
        rows={2}
        value={details.title}
        error={errors.title}
        onChange={(event) => onTitle(event.currentTarget.value.replace(/\n/g, ' '))}
        className="font-medium sm:max-lg:col-span-2 [&_textarea]:min-h-0"
      />
      <TextField {...line('byline')} optional />
      <TextField {...line('publication')} optional />
      <TextField
        id={idOf('publishedOn')}
        type="date"
        label={words.publishedOn}
        optional
        value={details.publishedOn ?? ''}
        error={errors.publishedOn}
        onChange={(event) => onDetail('publishedOn', event.currentTarget.value)}
      />
      <Select
        id={idOf('language')}
        label={words.language}
        placeholder={words.languageUnknown}
        options={languageOptions(details.language)}
        value={details.language ?? ''}
        error={errors.language}
        onChange={(event) => onDetail('language', event.currentTarget.value)}
      />
      <Select
        id={idOf('direction')}
        label={words.direction}
        placeholder={words.directionUnknown}
        options={directions.map((value) => ({ value, label: plainWords.directions[value] }))}
        value={details.direction ?? ''}
        error={errors.direction}
        onChange={(event) => onDetail('direction', event.currentTarget.value)}
      />
      <TextField
        {...line('sourceAddress')}
        type="url"
        inputMode="url"
        optional
        hint={words.sourceHint}
        className="sm:max-lg:col-span-2"
      />
    </div>
  );
}
