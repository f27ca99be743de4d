import type { BrowserContext } from "playwright-core";
import { type Conditions, type Relay, isSound } from "./relay.ts";
import { openTcpRelay } from "./tcp-relay.ts";
import { openUdpRelay } from "./udp-relay.ts";

type Protocol = "udp" | "tcp";

/** RFC 863: nobody listens there. */
const discard = 9;

/** The network between some browsers and a station: pages, sockets and WebRTC go through it, and it can be taken away. Disposing it ends it. */
export type Wifi = AsyncDisposable & {
  /** The station's address in this network. */
  readonly url: string;
  /** Leads a browser's WebRTC through it too, or by one protocol `only`; to be called before its pages are opened. */
  lead(context: BrowserContext, choice?: { only?: Protocol }): Promise<void>;
  /** What the network does from now on, beside what it did before. */
  become(change: Partial<Conditions>): void;
  /** No packet passes any more, and nobody is told; connections find that out by themselves. */
  lose(): void;
  /** Packets pass again; connections go on with their next retransmission, as TCP's are. */
  bringBack(): void;
  /** Datagrams that passed, both ways together. */
  readonly passedDatagrams: () => number;
};

/** Opens a network to a station on this machine; at first it is a good one. */
export async function openWifi(stationUrl: string): Promise<Wifi> {
  await using opening = new AsyncDisposableStack();
  const conditions: Conditions = { ...isSound };
  const relays = new Map<string, Promise<Relay>>();
  const wayTo = (protocol: Protocol, port: number): Promise<Relay> => {
    const key = `${protocol} ${port}`;
    const known = relays.get(key);
    if (known !== undefined) return known;
    const open = protocol === "udp" ? openUdpRelay(port, conditions) : openTcpRelay(port, conditions);
    relays.set(key, open);
    return open;
  };
  opening.defer(async () => {
    for (const relay of relays.values()) await (await relay)[Symbol.asyncDispose]();
  });
  const url = new URL(stationUrl);
  url.port = String((await wayTo("tcp", Number(url.port))).port);
  const become = (change: Partial<Conditions>) => void Object.assign(conditions, change);
  const opened: Relay[] = [];
  const open = opening.move();
  return {
    url: url.origin,
    lead: async (context, { only } = {}) => {
      await context.exposeFunction("wayTo", async (protocol: Protocol, port: number) => {
        if (only !== undefined && protocol !== only) return discard;
        const relay = await wayTo(protocol, port);
        opened.push(relay);
        return relay.port;
      });
      await context.addInitScript(leadCandidates);
    },
    become,
    lose: () => become({ isThere: false, changedMs: performance.now() }),
    bringBack: () => become({ isThere: true, changedMs: performance.now() }),
    passedDatagrams: () => [...new Set(opened)].reduce((sum, { datagrams }) => sum + datagrams(), 0),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** Runs in the page: where the station's candidates lead is this network instead of the station. */
function leadCandidates() {
  type Connections = { setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> };
  const { wayTo } = globalThis as unknown as { wayTo(protocol: string, port: number): Promise<number> };
  const connections = RTCPeerConnection.prototype as Connections;
  const set = Reflect.get(connections, "setRemoteDescription");
  const lead = async (line: string) => {
    const words = line.split(" ");
    if (!line.startsWith("a=candidate:")) return line;
    words[5] = String(await wayTo(words[2]!, Number(words[5])));
    return words.join(" ");
  };
  connections.setRemoteDescription = async function ({ type, sdp = "" }) {
    const lines = await Promise.all(sdp.split("\r\n").map(lead));
    await set.call(this, { type, sdp: lines.join("\r\n") });
  };
}
