'use client';

import { createPortal } from 'react-dom';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { Pane } from '../pane';
import { CompanyInText } from './CompanyInText';
import { CompanyRow } from './CompanyRow';
import { FollowBar } from './FollowBar';
import { companySlotId } from './slot';
import { usePlace } from './use-place';

type CompanyDeskProps = {
  readonly actor: Actor;
  readonly articleId: string;
  /** Under which name colleagues know this browser. */
  readonly client: string;
  readonly pane: Pane;
  readonly passage: Passage | null;
  readonly activeId: string | null;
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly text: string;
};

/** All that shows that one is not alone in the article; it comes with the first colleague. */
export function CompanyDesk(props: CompanyDeskProps) {
  const { pane, annotations, text } = props;
  usePlace(props);
  const slot = document.getElementById(companySlotId);
  return (
    <>
      <CompanyInText pane={pane} annotations={annotations} text={text} />
      <FollowBar pane={pane} annotations={annotations} text={text} />
      {slot === null ? null : createPortal(<CompanyRow annotations={annotations} text={text} />, slot)}
    </>
  );
}
