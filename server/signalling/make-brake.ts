import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RequestName } from "../../schemas/signalling.ts";
import { Refusal } from "../errors.ts";

const faders: readonly RequestName[] = ["setStrip", "setCartsGain", "setDucking"];

/** Counts a person's requests, over all their sockets. */
export type Brake = (person: string, name: RequestName) => Promise<void>;

/** Faders may move 120 times a second, doors open once a second, all else happens 50 times a second at most; else `request.too_many`. */
export function makeBrake(): Brake {
  const fader = new RateLimiterMemory({ points: 120, duration: 1 });
  const door = new RateLimiterMemory({ points: 20, duration: 20 });
  const other = new RateLimiterMemory({ points: 50, duration: 1 });
  return async (person, name) => {
    const limiter = faders.includes(name) ? fader : name === "join" ? door : other;
    await limiter.consume(person).catch((refused: unknown) => {
      throw refused instanceof RateLimiterRes ? new Refusal("request.too_many") : refused;
    });
  };
}
