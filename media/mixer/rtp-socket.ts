import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { RtpPort } from "../../schemas/programme.ts";

const ip = "127.0.0.1";
// A second of twelve voices while the thread is busy; the kernel may give less.
const receiveBufferBytes = 1 << 20;

/** Opens a UDP port on this machine, that of the number if one is given; `receive` gets every datagram. */
export async function openRtpPort(receive: (datagram: Buffer) => void, number = 0): Promise<RtpPort> {
  const socket = createSocket({ type: "udp4", recvBufferSize: receiveBufferBytes });
  socket.on("message", receive);
  socket.bind(number, ip);
  await once(socket, "listening");
  // An error on one port, such as an ICMP answer, is no reason to end the show.
  socket.on("error", () => undefined);
  return { ip, port: socket.address().port, [Symbol.asyncDispose]: async () => void socket.close() };
}
