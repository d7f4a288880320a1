'use client';

import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { isSafeHref } from '@/lib/domain/article-doc';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';

const words = cardWords.note;

type LinkFieldProps = { readonly editor: Editor; readonly onDone: () => void };

/** The address of the link at the caret or on the selected words. Enter sets it, Escape leaves. */
export function LinkField({ editor, onDone }: LinkFieldProps) {
  const id = useId();
  const present: unknown = editor.getAttributes('link').href;
  const hasLink = typeof present === 'string';
  const [address, setAddress] = useState(hasLink ? present : '');
  const [error, setError] = useState<string | undefined>(undefined);

  function leave(): void {
    onDone();
    editor.commands.focus();
  }

  function set(): void {
    const href = withScheme(address.trim());
    if (!isSafeHref(href)) {
      setError(words.linkRefused);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && !hasLink) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onDone();
  }

  function remove(): void {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  }

  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') set();
    else leave();
  }

  return (
    <div className="flex flex-col gap-1.5 border-b bg-wash px-2 py-1.5">
      <TextField
        id={id}
        label={words.linkAddress}
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        autoFocus
        value={address}
        error={error}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={key}
      />
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" onClick={set}>
          {words.linkSet}
        </Button>
        {hasLink ? (
          <Button size="sm" variant="ghost" onClick={remove}>
            {words.linkRemove}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What people type without a scheme: "example.org" and "name@example.org". */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address === '') return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
