import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Opaque } from "../../media/sfu/open-peer-transport.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";
import { SfuError } from "../../media/sfu/sfu-error.ts";
import { openStudioRoom, type StudioRoom } from "./open-studio-room.ts";
import { openVoice, type Voice } from "./open-voice.ts";
import type { Peer } from "./peer.ts";
import type { Audible, Direction } from "./peer-media.ts";

/** What the floor stands on; `onVoice…` tell who speaks, for the recording and the snapshot. */
type Parts = {
  sfu: Sfu;
  mixer: Mixer;
  peers(): Iterable<Peer>;
  onVoiceOpened(voice: Voice): void;
  onVoiceClosed(voice: Voice): Promise<void>;
  onBug(error: unknown): void;
};

/** The studio's sound between people: who speaks, who hears whom, and a new room when the media worker dies. */
export class StudioFloor {
  readonly #parts: Parts;
  #room: Promise<StudioRoom> | undefined;
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The room as it is now; opened when there is none. */
  room(): Promise<StudioRoom> {
    if (this.#isClosed) return Promise.reject(new SfuError("media.unavailable"));
    this.#room ??= this.#openRoom().catch((error: unknown) => {
      this.#room = undefined;
      throw error;
    });
    return this.#room;
  }

  async #openRoom(): Promise<StudioRoom> {
    const open = await openStudioRoom(this.#parts.sfu, this.#parts.mixer);
    void open.room.died.then(() => this.#replaceRoom(open));
    return open;
  }

  // Everything in the dead room is closed here too, for its ports to mixer and recorder still stand.
  async #replaceRoom(dead: StudioRoom) {
    this.#room = undefined;
    const peers = [...this.#parts.peers()];
    await Promise.all(peers.map((peer) => this.silence(peer))).catch(this.#parts.onBug);
    await dead[Symbol.asyncDispose]();
    if (this.#isClosed) return;
    await this.room().catch(this.#parts.onBug);
    for (const peer of peers) peer.announce("mediaLost", {});
  }

  /** Makes one of the peer's two transports. */
  openTransport(peer: Peer, direction: Direction, forceTcp: boolean) {
    return this.#inTurn(peer, async () => {
      const { room } = await this.room();
      if (direction === "send") await this.#closeVoice(peer);
      const transport = await peer.media.openTransport(room, direction, forceTcp);
      return { id: transport.id, ...transport.parameters };
    });
  }

  /** Takes the peer's microphone and lets everybody hear it; a former one ends. */
  produce(peer: Peer, transportId: string, rtpParameters: Opaque): Promise<string> {
    return this.#inTurn(peer, async () => {
      const transport = peer.media.transport(transportId, "send");
      await this.#closeVoice(peer);
      const { room } = await this.room();
      const { mixer } = this.#parts;
      const voice = await openVoice({ room, mixer, stripId: peer.strip.id, transport, rtpParameters });
      peer.media.setVoice(voice);
      this.#parts.onVoiceOpened(voice);
      for (const other of this.#parts.peers()) {
        if (other !== peer) other.inTurn(() => this.#hear(other, [voice])).catch(this.#parts.onBug);
      }
      return voice.producerId;
    });
  }

  /** Ends the peer's microphone. */
  async closeVoice(peer: Peer) {
    await peer.inTurn(() => this.#closeVoice(peer));
  }

  async #closeVoice(peer: Peer) {
    const { voice } = peer.media;
    if (voice === undefined) return;
    await peer.media.closeVoice();
    await this.#parts.onVoiceClosed(voice);
  }

  /** Begins to send the peer all that it should hear, now and later. */
  consume(peer: Peer, transportId: string, capabilities: Opaque): Promise<void> {
    return this.#inTurn(peer, async () => {
      peer.media.listen(transportId, capabilities);
      const { returnProducerId, cueProducerId } = await this.room();
      const others = [...this.#parts.peers()].filter((other) => other !== peer);
      const voices = others.flatMap((other) => other.media.voice ?? []);
      const carts: Audible = { producerId: returnProducerId, source: "carts", stripId: null };
      const cue: Audible = { producerId: cueProducerId, source: "cue", stripId: null };
      await this.#hear(peer, [carts, ...(peer.isDesk ? [cue] : []), ...voices]);
    });
  }

  async #hear(peer: Peer, audibles: readonly Audible[]) {
    for (const audible of audibles) {
      await peer.media.hear(audible).catch((error: unknown) => {
        // A voice that ended meanwhile is no reason to refuse the others.
        if (!(error instanceof SfuError) || error.code !== "transport.failed") throw error;
        this.#parts.onBug(error);
      });
    }
  }

  /** Lets everybody hear what the studio's state says, from now on. */
  tune() {
    for (const peer of this.#parts.peers()) {
      // A voice that ended meanwhile needs no tuning.
      void peer.media.tune().catch((error: unknown) => {
        if (!(error instanceof SfuError)) this.#parts.onBug(error);
      });
    }
  }

  /** Closes all of a peer's sound, in its turn. */
  async silence(peer: Peer) {
    await peer.inTurn(async () => {
      await this.#closeVoice(peer);
      await peer.media.close();
    });
  }

  // A peer that went while its request waited gets no sound any more.
  #inTurn<Result>(peer: Peer, task: () => Promise<Result>): Promise<Result> {
    return peer.inTurn(() => (peer.isGone ? Promise.reject(new SfuError("transport.not_found")) : task()));
  }

  async close() {
    this.#isClosed = true;
    const open = await this.#room?.catch(() => undefined);
    await open?.[Symbol.asyncDispose]();
  }
}
