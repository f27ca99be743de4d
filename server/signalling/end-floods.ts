import type { StationServer } from "./line.ts";

/** More than any page sends: fader moves, requests, and answers to what is announced, over all of a second. */
const mostPackets = 500;

/** Of engine.io's connection, which socket.io does not type. */
type Connection = {
  readonly transport: { readonly socket?: { terminate?(): void } };
  on(event: "packet", hear: () => void): void;
  close(isDiscarded: boolean): void;
};

/** Ends a connection on which more than 500 packets come within a second, whoever sends them and before anything of them is read; a browser comes back by itself. */
export function endFloods(io: StationServer) {
  io.engine.on("connection", (connection: Connection) => {
    let [since, packets] = [performance.now(), 0];
    connection.on("packet", () => {
      const now = performance.now();
      if (now - since > 1_000) [since, packets] = [now, 0];
      packets += 1;
      if (packets <= mostPackets) return;
      const { socket } = connection.transport;
      connection.close(true);
      // Closed by letter, it would be read for half a minute more.
      socket?.terminate?.();
    });
  });
}
