// A line to a message broker that speaks AMQP 0-9-1, such as RabbitMQ: to the address that was checked, with TLS unless the
// person gives that up.
import { isIP } from 'node:net';
import { EclusaError, RemoteError, UserError, type Connection, type NodeContext } from '@eclusa/flow';
import type { ChannelModel } from 'amqplib';

const READY_MS = 20_000;
const HEARTBEAT_SECONDS = 30;

/** What a line needs of a run, or of whoever tries a connection. */
export type AmqpTools = Pick<NodeContext, 'reach'>;

export interface Broker {
  /** What a person knows it by: `rabbit.example.com`, with its virtual host where it is not the usual one. */
  name: string;
  model: ChannelModel;
  /** Why the line ended; undefined while it stands. */
  ended(): unknown;
}

/** What a person knows a broker by. */
export function brokerName({ values }: Connection): string {
  const { host, port } = placeOf(values);
  const vhost = vhostOf(values);
  return `${host}:${port}${vhost === '/' ? '' : `/${vhost}`}`;
}

/** Opens a line. Throws RemoteError `nodes.server-unreachable`, `nodes.server-denied`, UserError `nodes.vhost-refused`. */
export async function openBroker(connection: Connection, { reach }: AmqpTools): Promise<Broker> {
  const { values } = connection;
  const { host, port, isSecure } = placeOf(values);
  const name = brokerName(connection);
  const hostname = await reach.address(host, port);
  const certificate = String(values['certificate'] ?? '').trim();
  try {
    const { connect } = await import('amqplib');
    const model = await connect(
      {
        protocol: isSecure ? 'amqps' : 'amqp',
        ...{ hostname, port, vhost: encodeURIComponent(vhostOf(values)), heartbeat: HEARTBEAT_SECONDS },
        ...{ username: String(values['username'] ?? ''), password: String(values['password'] ?? '') },
      },
      {
        ...{
          timeout: READY_MS,
          noDelay: true,
          keepAlive: true,
          clientProperties: { connection_name: 'eclusa' },
        },
        // The certificate is the name's, not the address's that was connected to.
        ...(isSecure && isIP(host) === 0 && { servername: host }),
        ...(isSecure && certificate !== '' && { ca: [certificate] }),
      },
    );
    let end: unknown;
    model.on('error', (error: unknown) => (end ??= error));
    model.on('close', (error: unknown) => (end ??= error ?? new Error('closed')));
    return { name, model, ended: () => end };
  } catch (error) {
    throw toldBroker(error, name, vhostOf(values));
  }
}

function placeOf(values: Connection['values']): { host: string; port: number; isSecure: boolean } {
  const isSecure = values['security'] !== 'none';
  const host = String(values['host'] ?? '').trim();
  return { host, port: Number(values['port'] ?? (isSecure ? 5671 : 5672)), isSecure };
}

function vhostOf(values: Connection['values']): string {
  return String(values['vhost'] ?? '').trim() || '/';
}

/** Reply codes of AMQP 0-9-1, §1.7. */
const [ACCESS_REFUSED, NOT_FOUND, NOT_ALLOWED, PRECONDITION_FAILED] = [403, 404, 530, 406];

/** What the library or the broker says of the whole line, as ours. */
export function toldBroker(error: unknown, server: string, vhost = ''): unknown {
  if (error instanceof EclusaError) return error;
  const { code, message = String(error) } = error as { code?: number | string; message?: string };
  const replied = /terminated by server: (\d+)/.exec(message)?.[1];
  const reply = Number(replied ?? code);
  // The library leaves out the reason: only the virtual host is asked for in this step.
  const isVhost = /^Expected ConnectionOpenOk; got .*ConnectionClose/.test(message);
  if (isVhost || reply === NOT_ALLOWED) {
    return new UserError('nodes.vhost-refused', { values: { server, vhost }, cause: error });
  }
  if (reply === ACCESS_REFUSED) {
    return new RemoteError('nodes.server-denied', { retryable: false, values: { server }, cause: error });
  }
  const reason = typeof code === 'string' ? code : message.slice(0, 200);
  const lasting = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(reason);
  const values = { server, reason };
  return new RemoteError('nodes.server-unreachable', { retryable: !lasting, values, cause: error });
}

/** What the broker says of a queue or exchange it was asked for, as ours. */
export function toldChannel(
  error: unknown,
  server: string,
  kind: 'queue' | 'exchange',
  named: string,
): unknown {
  const { code, message = '' } = error as { code?: number; message?: string };
  if (code === NOT_FOUND) {
    return new UserError(`nodes.${kind}-missing`, { values: { server, name: named }, cause: error });
  }
  if (code === ACCESS_REFUSED || code === PRECONDITION_FAILED || code === 405) {
    const values = { server, name: named, reason: message.slice(0, 200) };
    return new UserError('nodes.queue-denied', { values, cause: error });
  }
  return toldBroker(error, server);
}
