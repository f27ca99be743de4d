import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { Conditions, Relay } from "./relay.ts";

const host = "127.0.0.1";
const lookMs = 20;
/** First waits before a retransmission (RFC 6298): of a connection that is asked for, and of one that stands. */
const firstWaitMs = { asked: 1_000, standing: 200 };

/** When a packet first sent at `sentMs` is sent again for the first time after `fromMs`: each wait is twice as long as the one before. */
function retransmittedMs(sentMs: number, waitMs: number, fromMs: number): number {
  const doublings = Math.ceil(Math.log2(Math.max(0, fromMs - sentMs) / waitMs + 1));
  return sentMs + waitMs * (2 ** doublings - 1);
}

/** Leads connections to `port` and back; a network that goes away holds them as it would hold real ones. */
export async function openTcpRelay(port: number, conditions: Conditions): Promise<Relay> {
  const open = new Set<Disposable>();
  const server = createServer((client) => {
    const connection = relay(client, port, conditions, () => open.delete(connection));
    open.add(connection);
  });
  server.listen(0, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    datagrams: () => 0,
    [Symbol.asyncDispose]: async () => {
      for (const connection of open) connection[Symbol.dispose]();
      server.close();
      await once(server, "close");
    },
  };
}

function relay(client: Socket, port: number, conditions: Conditions, onClosed: () => void): Disposable {
  client.pause();
  const askedMs = performance.now();
  let station: Socket | undefined;
  let lostMs: number | undefined;
  const isThrough = () => {
    const now = performance.now();
    const { isThere, changedMs } = conditions;
    if (!isThere) {
      lostMs ??= station === undefined ? askedMs : now;
      return false;
    }
    if (lostMs === undefined) return true;
    const waitMs = station === undefined ? firstWaitMs.asked : firstWaitMs.standing;
    if (now < retransmittedMs(lostMs, waitMs, changedMs)) return false;
    lostMs = undefined;
    return true;
  };
  const join = () => {
    station = connect(port, host);
    const pairs: [Socket, Socket][] = [
      [client, station],
      [station, client],
    ];
    for (const [from, to] of pairs) {
      from.on("data", (bytes) => void to.write(bytes));
      from.on("error", () => undefined);
    }
    return station;
  };
  // One end hears of the other's end only while the network is there.
  const look = () => {
    if (!isThrough()) {
      client.pause();
      station?.pause();
      return;
    }
    const ends = [client, (station ??= join())];
    if (ends.some(({ closed }) => closed)) close();
    else for (const end of ends) end.resume();
  };
  const close = () => {
    clearInterval(timer);
    client.destroySoon();
    station?.destroySoon();
    onClosed();
  };
  client.on("error", () => undefined);
  const timer = setInterval(look, lookMs);
  look();
  return { [Symbol.dispose]: close };
}
