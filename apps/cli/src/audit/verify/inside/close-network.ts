import dgram from 'node:dgram';
import dns from 'node:dns';
import { Server, Socket } from 'node:net';

/**
 * Takes the ways to the network that JavaScript has. Whoever breaks out of the flow's own context can bring them back:
 * it is the second line, behind the network namespace where the machine has one.
 */
export function closeNetwork(): void {
  const refuse = (): never => {
    throw new Error('no network while a bundle is verified');
  };
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  Object.assign(dgram, { createSocket: refuse });
  Object.assign(dns, { lookup: refuse, resolve: refuse });
}
