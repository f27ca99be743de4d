import type { ChannelId } from "../../schemas/ids.ts";
import type { Airwaves } from "./airwaves.ts";
import { ChannelMount, type MountListening, type MountParts } from "./channel-mount.ts";

/** The MP3 of every channel that somebody listens to. Disposing it sends them off. */
export class Mounts implements AsyncDisposable {
  readonly #parts: MountParts;
  readonly #mounts = new Map<ChannelId, ChannelMount>();

  constructor(parts: MountParts & { airwaves: Airwaves }) {
    this.#parts = parts;
    parts.airwaves.onEntered((channelId) => this.#mounts.get(channelId)?.look());
  }

  /** Whether a radio that asks now hears something: a show, or what the channel has chosen for the time between shows. */
  async isOn(channelId: ChannelId): Promise<boolean> {
    const phase = this.#parts.airwaves.find(channelId)?.phase();
    if (phase === "live" || phase === "ending") return true;
    return (await this.#parts.interludeOf(channelId)).sound !== undefined;
  }

  /** The MP3 for one more listener, with words between the sound when they asked for them. */
  listen(channelId: ChannelId, listening: MountListening) {
    const mount = this.#mounts.get(channelId) ?? this.#open(channelId);
    return mount.listen(listening);
  }

  #open(channelId: ChannelId): ChannelMount {
    const mount = new ChannelMount(channelId, this.#parts, () => void this.#close(channelId, mount));
    this.#mounts.set(channelId, mount);
    return mount;
  }

  async #close(channelId: ChannelId, mount: ChannelMount) {
    if (this.#mounts.get(channelId) === mount) this.#mounts.delete(channelId);
    await mount[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose]() {
    await Promise.all([...this.#mounts].map(([channelId, mount]) => this.#close(channelId, mount)));
  }
}
