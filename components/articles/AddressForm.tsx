'use client';

import { useState } from 'react';
import { imports as importsWords } from '../messages/imports';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';

type AddressFormProps = {
  readonly error: string | undefined;
  readonly isReading: boolean;
  readonly onType: () => void;
  /** `url` is absent for what no page can be at. */
  readonly onFetch: (url: string | undefined) => void;
};

const words = importsWords.source;

/** An address to fetch the article from. */
export function AddressForm({ error, isReading, onType, onFetch }: AddressFormProps) {
  const [address, setAddress] = useState('');
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onFetch(webAddress(address.trim()));
      }}
    >
      <TextField
        label={words.address}
        hint={words.addressHint}
        error={error}
        type="url"
        inputMode="url"
        autoComplete="off"
        placeholder="https://"
        value={address}
        readOnly={isReading}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          onType();
        }}
      />
      <Button type="submit" disabled={isReading} className="self-start">
        {words.fetch}
      </Button>
    </form>
  );
}

/** The address with its scheme, which nobody types. */
function webAddress(typed: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  return /^https?:\/\/[^/\s]+\.?[^\s]*$/i.test(url) && URL.canParse(url) ? url : undefined;
}
