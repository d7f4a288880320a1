import { createServer, type Socket } from 'node:net';

/** An e-mail as a mail server gets it: the envelope, and head and body as they were sent. */
export type SunkMail = { readonly from: string; readonly to: string; readonly source: string };

/** A small real mail server on this machine, which keeps what it is given. */
export type SmtpSink = {
  readonly url: string;
  readonly mails: readonly SunkMail[];
  /** How often somebody has tried to deliver, taken or not. */
  readonly tries: () => number;
  readonly close: () => Promise<void>;
};

/** Starts it. The first `failures` deliveries are put off (451), as a busy server does. */
export async function startSmtpSink({ failures = 0 } = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  let tries = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, (mail) => {
      tries += 1;
      if (tries <= failures) return '451 4.3.0 Busy, come back later';
      mails.push(mail);
      return '250 2.0.0 Taken';
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    tries: () => tries,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One conversation in SMTP (RFC 5321), as far as a client without TLS and password needs it. */
function serve(socket: Socket, deliver: (mail: SunkMail) => string): void {
  let waiting = '';
  let envelope = { from: '', to: '' };
  let source: string[] | undefined;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  socket.on('error', () => socket.destroy());
  say('220 sink.test ESMTP');
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (waiting + text).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });

  function hear(line: string): void {
    if (source !== undefined) {
      if (line !== '.') source.push(line.replace(/^\.\./, '.'));
      else {
        say(deliver({ ...envelope, source: source.join('\n') }));
        source = undefined;
      }
      return;
    }
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        envelope = { from: address, to: '' };
        say('250 2.1.0 Ok');
        break;
      case 'RCPT':
        envelope = { ...envelope, to: address };
        say('250 2.1.5 Ok');
        break;
      case 'DATA':
        source = [];
        say('354 Go on');
        break;
      case 'QUIT':
        say('221 2.0.0 Bye');
        socket.end();
        break;
      default:
        say('250 sink.test');
    }
  }
}
