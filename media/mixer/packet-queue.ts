import type { VoicePacket } from "../rtp/voice-packet.ts";

const mostPackets = 512;
const remembered = 1_024;

/** Packets that wait for their turn, by timestamp, each once. */
export class PacketQueue {
  readonly #packets: VoicePacket[] = [];
  readonly #seen = new Float64Array(remembered).fill(-1);

  /** The packet whose turn is next. */
  get head(): VoicePacket | undefined {
    return this.#packets[0];
  }

  /** True the second time that a packet comes, among the last thousand. */
  isDuplicate({ sequence, timestamp }: VoicePacket): boolean {
    const place = ((sequence % remembered) + remembered) % remembered;
    if (this.#seen[place] === timestamp) return true;
    this.#seen[place] = timestamp;
    return false;
  }

  /** Puts a packet in its place; of too many, the oldest goes. */
  insert(packet: VoicePacket): void {
    let place = this.#packets.length;
    while (place > 0 && (this.#packets[place - 1]?.timestamp ?? 0) > packet.timestamp) place--;
    this.#packets.splice(place, 0, packet);
    if (this.#packets.length > mostPackets) this.#packets.shift();
  }

  /** Removes the head. */
  shift(): VoicePacket | undefined {
    return this.#packets.shift();
  }

  /** Forgets what waits, and what was seen. */
  clear(): void {
    this.#packets.length = 0;
    this.#seen.fill(-1);
  }
}
