import type { types } from "mediasoup-client";
import type { RequestReply } from "../../schemas/signalling.ts";
import { planRepair, type TransportHistory } from "./transport-repair.ts";
import type { Wire } from "./wire.ts";

/** How sound travels between this page and the server. */
export type LinkState = "idle" | "connecting" | "connected" | "interrupted";

type KeeperOptions = {
  readonly direction: "send" | "receive";
  readonly device: types.Device;
  readonly wire: Pick<Wire, "ask">;
  /** A transport is there, the first or a new one in place of a broken one: produce or consume on it. */
  onOpened(transport: types.Transport): void;
  onState(state: LinkState): void;
};

/** One WebRTC transport that heals: ICE restart after a break, then a new one, over TCP if UDP does not pass. */
export type TransportKeeper = {
  /** The network changed: new ICE credentials at once. */
  restart(): void;
  /** The server lost it: open another. */
  renew(): void;
  close(): void;
};

type TransportParameters = RequestReply<"openTransport">;

// mediasoup made these objects and mediasoup-client checks them; the contract carries them opaquely.
const trusted = (parameters: TransportParameters) => parameters as unknown as types.TransportOptions;

function createTransport({ device, direction, wire }: KeeperOptions, parameters: TransportParameters): types.Transport {
  const transport =
    direction === "send"
      ? device.createSendTransport(trusted(parameters))
      : device.createRecvTransport(trusted(parameters));
  const transportId = transport.id;
  transport.on("connect", ({ dtlsParameters }, done, fail) => {
    wire.ask("connectTransport", { transportId, dtlsParameters }).then(done, fail);
  });
  transport.on("produce", ({ rtpParameters }, done, fail) => {
    const opaque = rtpParameters as unknown as Record<string, unknown>;
    wire.ask("produce", { transportId, rtpParameters: opaque }).then(({ producerId }) => {
      done({ id: producerId });
    }, fail);
  });
  return transport;
}

const fresh: TransportHistory = { wasConnected: false, reopened: 0, restarts: 0, isTcpForced: false };

/** Opens a transport and keeps it open until `close`. */
export function keepTransport(options: KeeperOptions): TransportKeeper {
  let history = fresh;
  let transport: types.Transport | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let generation = 0;

  const after = (milliseconds: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const say = (state: types.ConnectionState) => {
    if (state === "connected") options.onState("connected");
    else
      options.onState(
        history.wasConnected || history.reopened > 0 ? "interrupted" : state === "new" ? "idle" : "connecting",
      );
  };
  const follow = (state: types.ConnectionState) => {
    clearTimeout(timer);
    if (state === "connected") history = { ...fresh, wasConnected: true, isTcpForced: history.isTcpForced };
    say(state);
    const repair = planRepair(history, state);
    if (repair.action === "restartIce") after(repair.afterMs, restart);
    if (repair.action === "reopen") after(repair.afterMs, () => void open(repair.forceTcp));
  };
  const restart = () => {
    const restarted = transport;
    if (restarted === undefined || restarted.connectionState === "new") return;
    history = { ...history, restarts: history.restarts + 1 };
    options.wire
      .ask("restartIce", { transportId: restarted.id })
      .then(({ iceParameters }) => restarted.restartIce({ iceParameters: iceParameters as types.IceParameters }))
      .catch(() => {
        if (transport === restarted) follow("failed");
      });
  };
  const open = async (forceTcp: boolean) => {
    const mine = (generation += 1);
    clearTimeout(timer);
    if (transport !== undefined) history = { ...history, reopened: history.reopened + 1 };
    transport?.close();
    history = { ...history, restarts: 0, wasConnected: false, isTcpForced: forceTcp };
    try {
      const parameters = await options.wire.ask("openTransport", { direction: options.direction, forceTcp });
      if (mine !== generation) return;
      transport = createTransport(options, parameters);
      transport.on("connectionstatechange", follow);
      // From here on packets are expected; a browser that finds no usable candidate would stay at "new" for ever.
      transport.on("connect", () => {
        follow("connecting");
      });
      options.onOpened(transport);
    } catch {
      if (mine === generation) follow("failed");
    }
  };
  void open(false);
  return {
    restart,
    renew: () => void open(history.isTcpForced),
    close: () => {
      generation += 1;
      clearTimeout(timer);
      transport?.close();
    },
  };
}
