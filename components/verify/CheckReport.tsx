'use client';

import { FileCheck2 } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { type CheckedReport, checkReport } from '@/lib/exchange/report-proof';
import { verify as words } from '../messages/verify';
import { CopyField } from '../ui/CopyField';
import { Notice } from '../ui/Notice';
import { ReportFacts } from './ReportFacts';

type Found = { readonly name: string; readonly checked: CheckedReport | 'unreadable' | 'unsupported' };

/** Checks the signature of a file in this browser, and says whose it is. */
export function CheckReport({ ownKey }: { readonly ownKey: string }) {
  const [found, setFound] = useState<Found>();

  async function check(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setFound({ name: file.name, checked: await checkFile(file) });
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    void check(event.dataTransfer.files[0]);
  }

  return (
    <div className="flex flex-col gap-5">
      <label
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        className="flex cursor-pointer flex-col items-center gap-1 rounded-xl border border-dashed border-line-3 px-4 py-8 text-center focus-within:outline-2 focus-within:outline-pencil hover:bg-wash"
      >
        <FileCheck2 aria-hidden className="size-6 text-ink-2" />
        <span className="font-medium">{words.choose}</span>
        <span className="text-sm text-ink-2">{words.drop}</span>
        <input
          type="file"
          className="sr-only"
          onChange={(event) => {
            void check(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // the same file may be chosen again
          }}
        />
      </label>
      <div aria-live="polite">{found === undefined ? null : <Result found={found} ownKey={ownKey} />}</div>
      <CopyField label={words.ownKey} value={ownKey} />
    </div>
  );
}

async function checkFile(file: File): Promise<Found['checked']> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  } catch {
    return 'unsupported';
  }
  try {
    return await checkReport(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return 'unreadable'; // gone or locked since it was chosen
  }
}

function Result({ found: { name, checked }, ownKey }: { readonly found: Found; readonly ownKey: string }) {
  const outcome = typeof checked === 'string' ? checked : checked.outcome;
  const isGood = outcome === 'genuine';
  return (
    <div className="flex flex-col gap-3">
      <Notice tone={isGood ? 'ok' : 'warn'}>{words.outcomes[outcome]}</Notice>
      {typeof checked === 'string' ||
      checked.outcome === 'unsigned' ||
      checked.outcome === 'forged' ? null : (
        <>
          <p className="text-sm">{checked.key === ownKey ? words.ours : words.foreign}</p>
          <ReportFacts name={name} statement={checked.statement} signedWith={checked.key} />
        </>
      )}
    </div>
  );
}
