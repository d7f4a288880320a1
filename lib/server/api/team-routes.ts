import 'server-only';
import { inviteSchema } from '../team/invite-person';
import { webhookSchema } from '../webhooks/change-webhooks';
import { deliveryParams, invitationParams, memberBody, memberParams, webhookParams } from './desk-requests';
import { deliveryShape, invitationShape, teamShape, webhookSecretShape, webhookShape } from './desk-shapes';
import { done, json, type Route } from './route';
import { pageOf } from './shapes';

/** The team: its people, and the programs that it tells. */
export const teamRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/team',
    summary: 'The team: its people and invitations, and the scales that it rates on.',
    status: 200,
    answer: json(teamShape),
  },
  {
    method: 'post',
    path: '/team/invitations',
    summary: 'Invite somebody; answers with the link to send them.',
    body: inviteSchema,
    example: { email: 'ada@example.org', name: 'Ada Lovelace', role: 'reviewer' },
    scope: 'admin',
    status: 201,
    answer: json(invitationShape),
  },
  {
    method: 'delete',
    path: '/team/invitations/{invitationId}',
    summary: 'Take an invitation back.',
    params: invitationParams,
    scope: 'admin',
    ...done,
  },
  {
    method: 'patch',
    path: '/team/members/{userId}',
    summary: 'Give a member another role, keep them out, or let them in again.',
    params: memberParams,
    body: memberBody,
    example: { role: 'editor' },
    scope: 'admin',
    ...done,
  },
  {
    method: 'get',
    path: '/webhooks',
    summary: 'The addresses that the team tells, with how many tellings wait or were given up.',
    scope: 'admin',
    status: 200,
    answer: json(pageOf(webhookShape)),
  },
  {
    method: 'post',
    path: '/webhooks',
    summary: 'Tell an address of what happens from now on; answers with the secret that signs each telling.',
    body: webhookSchema,
    example: { address: 'https://hooks.example.org/galley', kinds: ['check', 'flags'] },
    scope: 'admin',
    status: 201,
    answer: json(webhookSecretShape),
  },
  {
    method: 'delete',
    path: '/webhooks/{webhookId}',
    summary: 'Tell an address no more.',
    params: webhookParams,
    scope: 'admin',
    ...done,
  },
  {
    method: 'post',
    path: '/webhooks/{webhookId}/tries',
    summary: 'Have something told that is only a try.',
    params: webhookParams,
    scope: 'admin',
    ...done,
  },
  {
    method: 'get',
    path: '/webhooks/{webhookId}/deliveries',
    summary: 'What an address was told lately, latest first, a hundred at most.',
    params: webhookParams,
    scope: 'admin',
    status: 200,
    answer: json(pageOf(deliveryShape)),
  },
  {
    method: 'post',
    path: '/deliveries/{deliveryId}/tries',
    summary: 'Have something told again that was given up, or waits.',
    params: deliveryParams,
    scope: 'admin',
    ...done,
  },
];
