import 'server-only';
import { notificationSettingsSchema } from '@/lib/domain/notification';
import { ownScaleSchema } from '@/lib/domain/scale-draft';
import { nameSchema, teamNameFormSchema } from '../team/change-name';
import { teamRulesBody } from '../team/change-team-rules';
import { inviteSchema } from '../team/invite-person';
import { webhookSchema } from '../webhooks/change-webhooks';
import { memberBody, membersQuery, scaleArchiveBody, scaleChangeBody } from './desk-requests';
import { type Route, route } from './route';
import {
  deliveryShape,
  invitationLineShape,
  invitationShape,
  memberShape,
  meShape,
  notificationSettingsShape,
  scaleLineShape,
  scaleShape,
  teamRulesShape,
  teamShape,
  webhookSecretShape,
  webhookShape,
} from './team-shapes';

const scale = {
  name: 'Three steps',
  steps: [
    { key: 'right', label: 'Right', internal: 'true' },
    { key: 'half_right', label: 'Half right', internal: 'mixed' },
    { key: 'wrong', label: 'Wrong', internal: 'false' },
  ],
};

/** Oneself; the team, its people, its rules and scales; and the programs that it tells. */
export const teamRoutes: readonly Route[] = [
  route('GET /me', 'team.read', 'Whom the token acts for, in which team, and how much of it it may do.', {
    gives: meShape,
  }),
  route('PATCH /me', 'account.change', 'Change how you are called, also on work done before.', {
    body: nameSchema,
    example: { name: 'Ada Lovelace' },
    gives: meShape,
  }),
  route('GET /me/notifications', 'inbox.use', 'What you hear of, and whether by e-mail.', {
    gives: notificationSettingsShape,
  }),
  route('PUT /me/notifications', 'inbox.use', 'Choose what you hear of from now on, and how.', {
    body: notificationSettingsSchema,
    example: { mutedKinds: ['reply'], mail: 'daily' },
    gives: notificationSettingsShape,
  }),
  route('GET /team', 'team.read', 'The team: its people and invitations, and the scales that it rates on.', {
    gives: teamShape,
  }),
  route('PATCH /team', 'team.rename', 'Give the team another name.', {
    body: teamNameFormSchema,
    example: { name: 'The Courier' },
  }),
  route('GET /team/rules', 'team.read', 'How the team checks.', { gives: teamRulesShape }),
  route(
    'PATCH /team/rules',
    ['team.change_rules', 'team.require_second_factor'],
    'Change how the team checks: the blind second check, the scale that it rates on, the Admiralty code, how often pages of evidence are looked at again, and whether owners need a second factor. All that is sent is changed, or, where one of it is refused, nothing.',
    { body: teamRulesBody, example: { isBlind: true, recheckDays: 30 }, gives: teamRulesShape },
  ),
  route('GET /team/scales', 'team.read', 'The scales of the team, archived ones and Galley’s presets last.', {
    lists: scaleLineShape,
  }),
  route('POST /team/scales', 'team.change_rules', 'Make a scale for verdicts.', {
    body: ownScaleSchema,
    example: scale,
    makes: scaleShape,
  }),
  route(
    'PUT /team/scales/{scaleId}',
    'team.change_rules',
    'Make a new version of a scale; verdicts that were given keep their words.',
    { body: scaleChangeBody, example: { version: 1, scale }, gives: scaleShape },
  ),
  route('PATCH /team/scales/{scaleId}', 'team.change_rules', 'Archive a scale, or bring it back.', {
    body: scaleArchiveBody,
    example: { isArchived: true },
  }),
  route('GET /team/members', 'team.read', 'The people of the team, by name.', {
    query: membersQuery,
    lists: memberShape,
  }),
  route(
    'PATCH /team/members/{userId}',
    ['team.change_role', 'team.disable', 'team.set_beat'],
    'Give a member another role, say what they know best, keep them out, or let them in again.',
    { body: memberBody, example: { role: 'editor' } },
  ),
  route('GET /team/invitations', 'team.read', 'Who is invited and has not come yet, latest first.', {
    lists: invitationLineShape,
  }),
  route('POST /team/invitations', 'team.invite', 'Invite somebody; answers with the link to send them.', {
    body: inviteSchema,
    example: { email: 'ada@example.org', name: 'Ada Lovelace', role: 'reviewer' },
    makes: invitationShape,
  }),
  route('DELETE /team/invitations/{invitationId}', 'team.invite', 'Take an invitation back.'),
  route(
    'GET /webhooks',
    'team.webhooks',
    'The addresses that the team tells, with how many tellings wait or were given up.',
    { lists: webhookShape },
  ),
  route(
    'POST /webhooks',
    'team.webhooks',
    'Tell an address of what happens from now on; answers with the secret that signs each telling.',
    {
      body: webhookSchema,
      example: { address: 'https://hooks.example.org/galley', kinds: ['check', 'flags'] },
      makes: webhookSecretShape,
    },
  ),
  route('DELETE /webhooks/{webhookId}', 'team.webhooks', 'Tell an address no more.'),
  route('POST /webhooks/{webhookId}/tries', 'team.webhooks', 'Have something told that is only a try.'),
  route(
    'GET /webhooks/{webhookId}/deliveries',
    'team.webhooks',
    'What an address was told in the last 30 days, latest first.',
    { lists: deliveryShape },
  ),
  route(
    'POST /deliveries/{deliveryId}/tries',
    'team.webhooks',
    'Have something told again that was given up, or waits.',
  ),
];
