import { createSocket } from "node:dgram";
import { once } from "node:events";

/** Opens a way to send RTP to one target; what cannot be sent is lost, as on any network. */
export async function openRtpSender(target: {
  ip: string;
  port: number;
}): Promise<AsyncDisposable & { send(packet: Buffer): void }> {
  const socket = createSocket("udp4");
  socket.connect(target.port, target.ip);
  await once(socket, "connect");
  socket.on("error", () => undefined);
  return {
    send: (packet) => {
      socket.send(packet, () => undefined);
    },
    [Symbol.asyncDispose]: async () => void socket.close(),
  };
}
