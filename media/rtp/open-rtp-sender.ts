import { createSocket } from "node:dgram";
import { once } from "node:events";

/** A way to one target, from a port of this machine. */
export type RtpSender = AsyncDisposable & { readonly port: number; send(packet: Buffer): void };

/** Opens a way to send RTP to one target, from the port of the number if one is given; what cannot be sent is lost, as on any network. */
export async function openRtpSender(target: { ip: string; port: number }, number = 0): Promise<RtpSender> {
  const socket = createSocket("udp4");
  socket.bind(number);
  await once(socket, "listening");
  socket.connect(target.port, target.ip);
  await once(socket, "connect");
  socket.on("error", () => undefined);
  return {
    port: socket.address().port,
    send: (packet) => {
      socket.send(packet, () => undefined);
    },
    [Symbol.asyncDispose]: async () => void socket.close(),
  };
}
