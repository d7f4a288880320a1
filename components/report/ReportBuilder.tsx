'use client';

import { useState } from 'react';
import { type Arrangement, plainArrangement } from '@/lib/domain/report-arrangement';
import type { ReportPreset } from '@/lib/domain/report-preset';
import { reportBuilder as words } from '../messages/report-builder';
import { ArrangementFields } from './ArrangementFields';
import { DownloadReport } from './DownloadReport';
import { ReportPresets } from './ReportPresets';
import { ReportPreview } from './ReportPreview';

type ReportBuilderProps = {
  readonly articleId: string;
  /** The number of the latest revision. */
  readonly revision: number;
  readonly presets: readonly ReportPreset[];
  /** Whether this person may keep presets for the team. */
  readonly maySavePresets: boolean;
};

/** Puts a report together: choices at the left, what they make of it at the right. */
export function ReportBuilder({ articleId, revision, presets, maySavePresets }: ReportBuilderProps) {
  const [arrangement, setArrangement] = useState<Arrangement>(plainArrangement);
  return (
    <div className="grid items-start gap-x-9 gap-y-7 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <form
        aria-label={words.form}
        className="flex flex-col gap-5"
        onSubmit={(event) => event.preventDefault()}
      >
        <DownloadReport articleId={articleId} arrangement={arrangement} />
        <ReportPresets
          arrangement={arrangement}
          presets={presets}
          maySave={maySavePresets}
          onChoose={setArrangement}
        />
        <ArrangementFields
          arrangement={arrangement}
          revision={revision}
          onChange={(changes) => setArrangement((before) => ({ ...before, ...changes }))}
        />
      </form>
      <ReportPreview articleId={articleId} arrangement={arrangement} />
    </div>
  );
}
