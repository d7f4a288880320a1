import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * Says with every answer of this process, also to programs, for files and when something fails, that only https leads
 * here (RFC 6797). For a public address that is https.
 */
export function sayTransportSecurity(): void {
  subscribe('http.server.request.start', (message) => {
    responseOf(message)?.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}

function responseOf(message: unknown): ServerResponse | undefined {
  if (typeof message !== 'object' || message === null || !('response' in message)) return undefined;
  // Node documents this channel's message as {request, response, socket, server}.
  return message.response as ServerResponse;
}
