import type {
  attributions,
  credibilities,
  evidenceStances,
  evidenceTiers,
  evidenceTypes,
  reliabilities,
} from '@/lib/domain/evidence';
import type { askingWays, replyOutcomes } from '@/lib/domain/reply-request-schema';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** What the values of evidence and of the reply log are called, wherever they are shown. */
export const evidenceWords = {
  evidenceTypes: {
    official_document: 'Official document',
    dataset: 'Dataset',
    court_record: 'Court record',
    paper: 'Paper',
    transcript: 'Transcript',
    recording: 'Recording',
    interview: 'Interview',
    expert: 'Expert',
    eyewitness: 'Eyewitness',
    photo: 'Photo',
    video: 'Video',
    own_observation: 'Own observation',
    company_statement: 'Company statement',
    press_release: 'Press release',
    news_report: 'News report',
    prior_fact_check: 'Prior fact-check',
    encyclopaedia: 'Encyclopaedia',
    social_post: 'Social post',
  } satisfies Words<(typeof evidenceTypes)[number]>,
  evidenceTiers: {
    primary: 'Primary',
    secondary: 'Secondary',
    tertiary: 'Tertiary',
  } satisfies Words<(typeof evidenceTiers)[number]>,
  evidenceStances: {
    supports: 'Supports',
    refutes: 'Refutes',
    mixed: 'Mixed',
    context: 'Context',
  } satisfies Words<(typeof evidenceStances)[number]>,
  askingWays: {
    email: 'E-mail',
    phone: 'Phone',
    letter: 'Letter',
    in_person: 'In person',
    message: 'Message',
  } satisfies Words<(typeof askingWays)[number]>,
  replyOutcomes: {
    answered: 'Answered',
    declined: 'Declined to answer',
    no_reply: 'No reply',
  } satisfies Words<(typeof replyOutcomes)[number]>,
  reliabilities: {
    A: 'A · Completely reliable',
    B: 'B · Usually reliable',
    C: 'C · Fairly reliable',
    D: 'D · Not usually reliable',
    E: 'E · Unreliable',
    F: 'F · Cannot be judged',
  } satisfies Words<(typeof reliabilities)[number]>,
  credibilities: {
    1: '1 · Confirmed by others',
    2: '2 · Probably true',
    3: '3 · Possibly true',
    4: '4 · Doubtful',
    5: '5 · Improbable',
    6: '6 · Cannot be judged',
  } satisfies Readonly<Record<(typeof credibilities)[number], string>>,
  attributions: {
    on_the_record: 'On the record',
    on_background: 'On background',
    not_for_attribution: 'Not for attribution',
    off_the_record: 'Off the record',
  } satisfies Words<(typeof attributions)[number]>,
};
