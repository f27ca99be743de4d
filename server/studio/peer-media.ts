import type { StripId } from "../../schemas/ids.ts";
import type { AudibleSource } from "../../schemas/signalling.ts";
import type { LinkSample } from "../../media/sfu/make-link-meter.ts";
import type { Opaque, PeerTransport, RoomConsumer } from "../../media/sfu/open-peer-transport.ts";
import type { Room } from "../../media/sfu/open-room.ts";
import { Refusal } from "../errors.ts";
import type { Announce } from "./announce.ts";
import type { Voice } from "./open-voice.ts";

/** Something to hear: a participant's microphone, or a bus of the mixer (`stripId: null`). */
export type Audible = { producerId: string; source: AudibleSource; stripId: StripId | null };

/** Which way a transport goes, seen from the browser. */
export type Direction = "send" | "receive";

/** What a peer may hear: its page is ready for it or not, and the studio lets it through or not. */
type Ear = { readonly consumer: RoomConsumer; readonly stripId: StripId | null; isReady: boolean; isPlaying: boolean };

/** All of one browser's sound: a transport each way, its microphone, and what it hears. */
export class PeerMedia {
  readonly #announce: Announce;
  readonly #transports = new Map<Direction, PeerTransport>();
  readonly #ears = new Map<string, Ear>();
  readonly #hears: (speaker: StripId) => boolean;
  #capabilities: Opaque | undefined;
  #voice: Voice | undefined;

  /** `hears` is asked about every other voice; the return bus is heard by everybody. */
  constructor(announce: Announce, hears: (speaker: StripId) => boolean) {
    this.#announce = announce;
    this.#hears = hears;
  }

  get voice() {
    return this.#voice;
  }

  /** Replaces the former transport of this direction, with all that went through it. */
  async openTransport(room: Room, direction: Direction, forceTcp: boolean): Promise<PeerTransport> {
    await this.#closeTransport(direction);
    const transport = await room.openTransport({ forceTcp });
    this.#transports.set(direction, transport);
    return transport;
  }

  async #closeTransport(direction: Direction) {
    if (direction === "send") await this.closeVoice();
    else this.#forgetEars();
    const former = this.#transports.get(direction);
    this.#transports.delete(direction);
    await former?.[Symbol.asyncDispose]();
  }

  #forgetEars() {
    this.#capabilities = undefined;
    this.#ears.clear();
  }

  /** `transport.not_found` for what is not this peer's, or goes the other way. */
  transport(transportId: string, direction?: Direction): PeerTransport {
    for (const [way, transport] of this.#transports) {
      if (transport.id === transportId && (direction ?? way) === way) return transport;
    }
    throw new Refusal("transport.not_found");
  }

  /** Takes the peer's one microphone; the former must have been closed. */
  setVoice(voice: Voice) {
    this.#voice = voice;
  }

  async closeVoice() {
    const voice = this.#voice;
    this.#voice = undefined;
    await voice?.[Symbol.asyncDispose]();
  }

  /** From here on the peer can hear, in what its browser can decode. */
  listen(transportId: string, capabilities: Opaque) {
    this.transport(transportId, "receive");
    this.#capabilities = capabilities;
  }

  /** Opens a consumer of what can be heard, once; nothing while the peer does not listen. */
  async hear({ producerId, source, stripId }: Audible) {
    const transport = this.#transports.get("receive");
    if (this.#capabilities === undefined || transport === undefined || this.#ears.has(producerId)) return;
    const consumer: RoomConsumer = await transport.consume(producerId, this.#capabilities, () => {
      this.#ears.delete(producerId);
      this.#announce("consumerClosed", { consumerId: consumer.id });
    });
    this.#ears.set(producerId, { consumer, stripId, isReady: false, isPlaying: false });
    const { id, rtpParameters } = consumer;
    this.#announce("consumerOpened", { consumerId: id, producerId, source, stripId, rtpParameters });
  }

  /** The page can play what comes: it begins when the studio lets it through. */
  async resumeConsumer(consumerId: string) {
    const ear = [...this.#ears.values()].find(({ consumer }) => consumer.id === consumerId);
    if (ear === undefined) throw new Refusal("consumer.not_found");
    ear.isReady = true;
    await this.#tune(ear);
  }

  /** Lets through what the studio says is heard now, and holds back the rest. */
  async tune() {
    await Promise.all([...this.#ears.values()].map((ear) => this.#tune(ear)));
  }

  async #tune(ear: Ear) {
    const isHeard = ear.stripId === null || this.#hears(ear.stripId);
    const isPlaying = ear.isReady && isHeard;
    if (ear.isPlaying === isPlaying) return;
    ear.isPlaying = isPlaying;
    await (isPlaying ? ear.consumer.resume() : ear.consumer.pause());
  }

  /** A look at the connection; the round trip comes from what the peer plays, the losses from what it says. */
  async measure(): Promise<LinkSample> {
    const [ear] = this.#ears.values();
    const [reception, roundTripMs] = await Promise.all([this.#voice?.measure(), ear?.consumer.measureRoundTrip()]);
    const transports = [...this.#transports.values()];
    return {
      reception,
      roundTripMs,
      protocol: transports.map((transport) => transport.protocol()).find((protocol) => protocol !== undefined),
      isConnected: transports.length > 0 && transports.every((transport) => transport.isConnected()),
    };
  }

  /** Closes everything; the peer may open anew. */
  async close() {
    await this.#closeTransport("send");
    await this.#closeTransport("receive");
  }
}
