'use client';

import { useState } from 'react';
import type { Export } from '@/lib/domain/report/export';
import { type Arrangement, plainArrangement } from '@/lib/domain/report/report-arrangement';
import type { ReportPreset } from '@/lib/domain/report/report-preset';
import { reportBuilder as words } from '../messages/report-builder';
import { ArrangementFields } from './ArrangementFields';
import { DownloadReport } from './DownloadReport';
import { OwnExports } from './OwnExports';
import { ReportPresets } from './ReportPresets';
import { ReportPreview } from './ReportPreview';
import { useExports } from './use-exports';

type ReportBuilderProps = {
  readonly articleId: string;
  /** The number of the latest revision. */
  readonly revision: number;
  readonly presets: readonly ReportPreset[];
  /** What was written for this person in the background, and still is. */
  readonly exports: readonly Export[];
  /** Whether this person may keep presets for the team. */
  readonly maySavePresets: boolean;
};

/** Puts a report together: choices at the left, what they make of it at the right. */
export function ReportBuilder({
  articleId,
  revision,
  presets,
  exports: first,
  maySavePresets,
}: ReportBuilderProps) {
  const [arrangement, setArrangement] = useState<Arrangement>(plainArrangement);
  const { exports, problem, ask, stop } = useExports(articleId, first);
  return (
    <div className="grid items-start gap-x-9 gap-y-7 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <form
        aria-label={words.form}
        className="flex flex-col gap-5"
        onSubmit={(event) => event.preventDefault()}
      >
        <DownloadReport
          articleId={articleId}
          arrangement={arrangement}
          problem={problem}
          onSend={(choice) => ask(choice, arrangement)}
        />
        <OwnExports exports={exports} onStop={(id) => void stop(id)} />
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
