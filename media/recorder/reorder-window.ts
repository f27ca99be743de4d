import type { VoicePacket } from "../rtp/voice-packet.ts";

/** A packet with the moment it came, on a monotonic clock. */
export type ArrivedPacket = VoicePacket & { arrivedMs: number };

/** Sequence numbers further away than this are another stream or an attack, until a second packet confirms them: 10 s. */
const farthest = 500;

/**
 * Puts a voice's packets back in order. A missing one is waited for until the window has passed or holds as much sound: 300 ms
 * unless told, longer than a retransmission takes. Sequence numbers wrap; a far jump counts once a second packet follows it.
 */
export class ReorderWindow {
  readonly #windowMs: number;
  readonly #held = new Map<number, ArrivedPacket>();
  #next: number | undefined;
  #suspect: ArrivedPacket | undefined;

  constructor(windowMs = 300) {
    this.#windowMs = windowMs;
  }

  /** Takes a packet as it arrived and gives those that are now in order; doubles and latecomers give nothing. */
  take(packet: ArrivedPacket): ArrivedPacket[] {
    this.#next ??= packet.sequence;
    const ahead = distance(this.#next, packet.sequence);
    if (Math.abs(ahead) > farthest) return this.#jump(packet);
    if (ahead < 0 || this.#held.has(packet.sequence)) return [];
    this.#held.set(packet.sequence, packet);
    return [...this.#release(), ...this.expire(packet.arrivedMs)];
  }

  /** Gives what has waited longer than the window for a packet that does not come. */
  expire(nowMs: number): ArrivedPacket[] {
    const given: ArrivedPacket[] = [];
    while (this.#isOverdue(nowMs)) given.push(...this.#giveUpMissing());
    return given;
  }

  /** Gives all that still waits, at the end of the track. */
  drain(): ArrivedPacket[] {
    const given: ArrivedPacket[] = [];
    while (this.#held.size > 0) given.push(...this.#giveUpMissing());
    return given;
  }

  #release(): ArrivedPacket[] {
    const given: ArrivedPacket[] = [];
    for (let next = this.#next ?? 0; ; next = (next + 1) & 0xffff) {
      const ready = this.#held.get(next);
      this.#next = next;
      if (ready === undefined) return given;
      this.#held.delete(next);
      given.push(ready);
    }
  }

  #giveUpMissing(): ArrivedPacket[] {
    const from = this.#next ?? 0;
    this.#next = [...this.#held.keys()].sort((a, b) => distance(from, a) - distance(from, b))[0];
    return this.#release();
  }

  #jump(packet: ArrivedPacket): ArrivedPacket[] {
    const before = this.#suspect;
    this.#suspect = packet;
    if (before === undefined || distance(before.sequence, packet.sequence) !== 1) return [];
    const given = this.drain();
    this.#suspect = undefined;
    this.#next = before.sequence;
    for (const each of [before, packet]) this.#held.set(each.sequence, each);
    return [...given, ...this.#release()];
  }

  #isOverdue(nowMs: number): boolean {
    const waiting = [...this.#held.values()];
    const soundMs = waiting.reduce((sum, { frames }) => sum + frames / 48, 0);
    return soundMs >= this.#windowMs || waiting.some(({ arrivedMs }) => nowMs - arrivedMs >= this.#windowMs);
  }
}

/** How far `to` lies ahead of `from`, −32768 to 32767. */
const distance = (from: number, to: number): number => ((to - from) << 16) >> 16;
