import type { BusListener } from "./console.ts";
import type { ReturnTarget } from "./mixer.ts";
import { OpusSource } from "../rtp/opus-source.ts";
import { openRtpSender } from "../rtp/open-rtp-sender.ts";

/** One bus of a console on its way to a mediasoup transport; a new target replaces the former. */
export class BusSender {
  readonly #listen: (listener: BusListener | undefined) => void;
  readonly #sendsSilence: boolean;
  #now: { number: number; sender: AsyncDisposable } | undefined;
  #opened = 0;

  /** `listen` joins the bus. A bus that does not send silence sends nothing from 0.2 s of it on, and nobody pays for it. */
  constructor(listen: (listener: BusListener | undefined) => void, { sendsSilence }: { sendsSilence: boolean }) {
    this.#listen = listen;
    this.#sendsSilence = sendsSilence;
  }

  /** Sends to a target; answers a number to close it by. */
  async open(target: ReturnTarget): Promise<number> {
    const sender = await openRtpSender(target);
    const encoder = new OpusSource(target);
    const former = this.#now;
    const number = ++this.#opened;
    this.#now = { number, sender };
    this.#listen((bus, isSilent) => {
      if (isSilent && encoder.isResting && !this.#sendsSilence) encoder.skip();
      else sender.send(encoder.encode(bus, isSilent));
    });
    await former?.sender[Symbol.asyncDispose]();
    return number;
  }

  /** Ends the target of that number, or whatever there is; does nothing when there is another one by now. */
  async close(number = this.#now?.number): Promise<void> {
    if (this.#now === undefined || this.#now.number !== number) return;
    const { sender } = this.#now;
    this.#now = undefined;
    this.#listen(undefined);
    await sender[Symbol.asyncDispose]();
  }
}
