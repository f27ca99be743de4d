import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import { once } from "node:events";
import type { Conditions, Relay } from "./relay.ts";

const host = "127.0.0.1";

async function bound(): Promise<Socket> {
  const socket = createSocket("udp4").bind(0, host);
  await once(socket, "listening");
  return socket;
}

/** Leads datagrams to `port` and back, each client by a port of its own, as the conditions let them. */
export async function openUdpRelay(port: number, conditions: Conditions): Promise<Relay> {
  const door = await bound();
  const ways = new Map<string, Promise<Socket>>();
  let passed = 0;
  const pass = (send: () => void) => {
    const { isThere, hasUdp, lossShare, jitterMs, random } = conditions;
    if (!isThere || !hasUdp || random() < lossShare) return;
    const arrive = () => {
      passed += 1;
      send();
    };
    if (jitterMs === 0) arrive();
    else setTimeout(arrive, random() * jitterMs);
  };
  // A browser sends from an address of its own choice, and hears what comes to that one.
  const openWay = async (client: RemoteInfo) => {
    const way = await bound();
    way.on("message", (datagram) => pass(() => door.send(datagram, client.port, client.address)));
    return way;
  };
  const closed = (socket: Socket) => {
    // What is still on its way goes nowhere.
    socket.send = () => undefined;
    socket.close();
  };
  door.on("message", (datagram, client) => {
    const name = `${client.address}:${client.port}`;
    const way = ways.get(name) ?? openWay(client);
    ways.set(name, way);
    void way.then((socket) => pass(() => socket.send(datagram, port, host)));
  });
  return {
    port: door.address().port,
    datagrams: () => passed,
    [Symbol.asyncDispose]: async () => {
      closed(door);
      for (const way of ways.values()) closed(await way);
    },
  };
}
