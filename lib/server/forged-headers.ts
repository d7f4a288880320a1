import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { pathHeader } from './sign-in-path';

const proxyHeaders = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
];
const ownHeaders = ['x-nonce', pathHeader, 'content-security-policy'];

/**
 * Removes from every request that reaches this process what only we or our own proxies may say, before
 * anything reads it: internal headers always, X-Forwarded-* unless proxies are configured.
 */
export function dropForgedHeaders(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const request = requestOf(message);
    if (request === undefined) return;
    for (const name of Object.keys(request.headers)) {
      if (isForged(name, trustedProxies)) delete request.headers[name];
    }
  });
}

/** Whether a header (lower case) of an inbound request is not to be believed. */
export function isForged(name: string, trustedProxies: number): boolean {
  if (name.startsWith('x-middleware-') || ownHeaders.includes(name)) return true;
  return trustedProxies === 0 && proxyHeaders.includes(name);
}

function requestOf(message: unknown): IncomingMessage | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message)) return undefined;
  // Node documents this channel's message as {request, response, socket, server}.
  return message.request as IncomingMessage;
}
