import type { PlainSource } from "../../media/sfu/open-plain-source.ts";
import type { Opaque, PeerTransport, RoomConsumer } from "../../media/sfu/open-peer-transport.ts";
import type { Room } from "../../media/sfu/open-room.ts";
import { Refusal } from "../errors.ts";
import type { Broadcast } from "./broadcast.ts";
import { makeTurns } from "./make-turns.ts";

/** What the listeners' way inside the school stands on. */
type Parts = { broadcast: Broadcast; room(): Promise<Room> };

/** One page that listens without a microphone. Disposing it ends its listening. */
export class Ear implements AsyncDisposable {
  readonly transport: PeerTransport;
  readonly #close: () => Promise<void>;
  #consumer: RoomConsumer | undefined;

  constructor(transport: PeerTransport, close: () => Promise<void>) {
    this.transport = transport;
    this.#close = close;
  }

  /** Begins to send the programme, in what the page can decode; it flows once the transport is connected. */
  async consume(producerId: string, rtpCapabilities: Opaque, onClosed: () => void): Promise<RoomConsumer> {
    return (this.#consumer = await this.transport.consume(producerId, rtpCapabilities, onClosed));
  }

  /** Finishes the DTLS handshake, and lets the programme flow. */
  async connect(dtlsParameters: Opaque) {
    await this.transport.connect(dtlsParameters);
    await this.#consumer?.resume();
  }

  [Symbol.asyncDispose]() {
    return this.#close();
  }
}

/** The delayed programme over WebRTC, for pages inside the school: encoded once, while somebody listens. */
export class SchoolListening implements AsyncDisposable {
  readonly #parts: Parts;
  readonly #ears = new Set<Ear>();
  readonly #inTurn = makeTurns();
  #source: { room: Room; source: PlainSource } | undefined;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A transport for one more page, and what it must know before it can listen. */
  async open(forceTcp: boolean): Promise<{ ear: Ear; routerRtpCapabilities: Opaque }> {
    if (this.#isClosed) throw new Refusal("live.off");
    const room = await this.#parts.room();
    const transport = await room.openTransport({ forceTcp });
    const leave = this.#parts.broadcast.audience.enter();
    const ear = new Ear(transport, async () => {
      if (!this.#ears.delete(ear)) return;
      leave();
      await transport[Symbol.asyncDispose]();
      await this.#inTurn(() => this.#rest());
    });
    this.#ears.add(ear);
    return { ear, routerRtpCapabilities: room.rtpCapabilities };
  }

  /** The programme's producer in the room as it is now; the delayed programme is sent there from here on. */
  producer(): Promise<string> {
    return this.#inTurn(async () => {
      const room = await this.#parts.room();
      if (this.#isClosed) throw new Refusal("live.off");
      if (this.#source?.room === room) return this.#source.source.id;
      const source = await room.openSource();
      this.#source = { room, source };
      const { ip, port, payloadType, ssrc } = source;
      await this.#parts.broadcast.listen({ ip, port, payloadType, ssrc });
      return source.id;
    });
  }

  async #rest() {
    if (this.#ears.size > 0 || this.#source === undefined) return;
    const { source } = this.#source;
    this.#source = undefined;
    await this.#parts.broadcast.listen(undefined).catch(() => undefined);
    await source[Symbol.asyncDispose]();
  }

  /** Sends every page off. */
  async [Symbol.asyncDispose]() {
    this.#isClosed = true;
    await Promise.all([...this.#ears].map((ear) => ear[Symbol.asyncDispose]()));
    await this.#inTurn(() => this.#rest());
  }
}
