import type { BusListener } from "./console.ts";
import type { ReturnTarget } from "./mixer.ts";
import { OpusSource } from "../rtp/opus-source.ts";
import { openRtpSender, type RtpSender } from "../rtp/open-rtp-sender.ts";

/** One bus of a console on its way to a mediasoup transport; a new target replaces the former. */
export class BusSender {
  readonly #listen: (listener: BusListener | undefined) => void;
  readonly #sendsSilence: boolean;
  #now: RtpSender | undefined;

  /** `listen` joins the bus. A bus that does not send silence sends nothing from 0.2 s of it on, and nobody pays for it. */
  constructor(listen: (listener: BusListener | undefined) => void, { sendsSilence }: { sendsSilence: boolean }) {
    this.#listen = listen;
    this.#sendsSilence = sendsSilence;
  }

  /** Sends to a target, from the port of the number if one is given; answers the port, to close it by. */
  async open(target: ReturnTarget, port?: number): Promise<number> {
    const sender = await openRtpSender(target, port);
    const encoder = new OpusSource(target);
    const former = this.#now;
    this.#now = sender;
    this.#listen((bus, isSilent) => {
      if (isSilent && encoder.isResting && !this.#sendsSilence) encoder.skip();
      else sender.send(encoder.encode(bus, isSilent));
    });
    await former?.[Symbol.asyncDispose]();
    return sender.port;
  }

  /** Ends what is sent from that port, or whatever there is; does nothing when there is another one by now. */
  async close(port = this.#now?.port): Promise<void> {
    const sender = this.#now;
    if (sender === undefined || sender.port !== port) return;
    this.#now = undefined;
    this.#listen(undefined);
    await sender[Symbol.asyncDispose]();
  }
}
