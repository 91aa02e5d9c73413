/**
 * Answers what libraries send without `fetch`: every TLS connection of the process ends at a server in the process,
 * which hands each request and each message over a WebSocket to a listener.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * @param listener is told method, host, URL, headers and body of each request; the method of a message is `WEBSOCKET`
 * @param answer what is answered to every request, as JSON
 */
export async function answerSockets(listener, answer) {
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      listener({ method, host: headers.host, url, headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  server.on('upgrade', ({ url, headers }, socket) => {
    const key = createHash('sha1')
      .update(headers['sec-websocket-key'] + HANDSHAKE)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    socket.on('data', (frame) => {
      const body = textIn(frame);
      if (body !== null) listener({ method: 'WEBSOCKET', host: headers.host, url, headers, body });
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  tls.connect = (...args) => {
    const options = args.find((arg) => typeof arg === 'object' && arg !== null) ?? {};
    const callback = args.find((arg) => typeof arg === 'function');
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.authorized = true;
    socket.alpnProtocol = false;
    socket.servername = options.servername;
    for (const name of ['getPeerCertificate', 'getSession', 'setServername', 'isSessionReused'])
      socket[name] = () => null;
    socket.once('connect', () => {
      socket.emit('secureConnect');
      callback?.();
    });
    return socket;
  };
  syncBuiltinESMExports();
}

/** The text of one short frame that a client sends, which is masked; `null` for other frames. */
function textIn(frame) {
  if ((frame[0] & 0x0f) !== 1) return null;
  const long = (frame[1] & 0x7f) === 126;
  const length = long ? frame.readUInt16BE(2) : frame[1] & 0x7f;
  const start = long ? 4 : 2;
  const mask = frame.subarray(start, start + 4);
  const text = frame.subarray(start + 4, start + 4 + length);
  return Buffer.from(text.map((byte, i) => byte ^ mask[i % 4])).toString();
}
