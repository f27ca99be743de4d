import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { RetryAfter } from "../answer-error.ts";
import { Refusal } from "../errors.ts";

/** A brake on guessing: so many wrong tries per key and window, then `request.too_many` until the window ends. */
export type Throttle = {
  /** Runs a try under every key; one that succeeds is not counted, one that throws is. */
  attempt<Result>(keys: readonly string[], run: () => Promise<Result>): Promise<Result>;
  /** Counts a try that costs the machine something, whether it succeeds or not. */
  spend(key: string): Promise<void>;
};

/** `tries` wrong ones are allowed per key within `windowSeconds`. Counts are kept in memory: a restart forgives. */
export function makeThrottle({ tries, windowSeconds }: { tries: number; windowSeconds: number }): Throttle {
  const limiter = new RateLimiterMemory({ points: tries, duration: windowSeconds });
  // Counted before the try and given back after it, so that parallel guesses do not slip through together.
  const take = async (key: string) => {
    await limiter.consume(key).catch((refused: unknown) => {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.ceil(refused.msBeforeNext / 1_000);
      throw new Refusal("request.too_many", { cause: new RetryAfter(seconds) });
    });
  };
  return {
    spend: take,
    attempt: async (keys, run) => {
      for (const key of keys) await take(key);
      const result = await run();
      await Promise.all(keys.map((key) => limiter.reward(key)));
      return result;
    },
  };
}

type WaryLimits = { tries: number; wary: number; alarming: number; windowSeconds: number };

/**
 * A throttle per key that grows wary: once everybody together had `alarming` wrong tries in a window, a key at which nothing went right for a
 * day has only `wary` of them. Right ones are not counted, so a school gets in during an attack.
 */
export function makeWaryThrottle({ tries, wary, alarming, windowSeconds }: WaryLimits): Pick<Throttle, "attempt"> {
  const usual = makeThrottle({ tries, windowSeconds });
  const strict = makeThrottle({ tries: wary, windowSeconds });
  const wrong = new RateLimiterMemory({ points: alarming, duration: windowSeconds });
  const known = new RateLimiterMemory({ points: 1, duration: 86_400 });
  const isKnown = async (key: string) => (await known.get(key)) !== null;
  return {
    attempt: async (keys, run) => {
      const result = await usual.attempt(keys, async () => {
        // Counted before the try, as above: guesses that come together from many lines do not slip through before the first is wrong.
        const { consumedPoints } = await wrong.penalty("station");
        const isStrict = consumedPoints > alarming && !(await Promise.all(keys.map(isKnown))).every(Boolean);
        const right = await (isStrict ? strict.attempt(keys, run) : run());
        await wrong.reward("station");
        return right;
      });
      await Promise.all(keys.map((key) => known.penalty(key)));
      return result;
    },
  };
}

/** The station's brakes, made once per station. */
export const makeThrottles = () => ({
  /** Per e-mail: someone's password is being guessed. */
  signInByEmail: makeThrottle({ tries: 8, windowSeconds: 900 }),
  /** Per address: a whole staff room may sit behind one. */
  signInByAddress: makeThrottle({ tries: 30, windowSeconds: 900 }),
  /** Per address: neither links of 128 bits nor slips' codes of 40 are guessed at this pace, and a neighbourhood may sit behind one. */
  familyLink: makeThrottle({ tries: 40, windowSeconds: 900 }),
  /** Per address: links for staff have 256 bits. */
  staffLink: makeThrottle({ tries: 20, windowSeconds: 900 }),
  /** Per address: signatures are not guessed. */
  passkey: makeThrottle({ tries: 30, windowSeconds: 900 }),
  /** Per address: each question to a device waits in memory, so that one address does not push out those of others. */
  passkeyQuestion: makeThrottle({ tries: 60, windowSeconds: 300 }),
  /** Per address: each way to a provider waits in memory, so that one address does not push out those of others; a whole staff room may sit behind one. */
  oidcFlow: makeThrottle({ tries: 60, windowSeconds: 600 }),
  /** Per person: six digits would be found in a night by whoever has the password. */
  secondStep: makeThrottle({ tries: 5, windowSeconds: 900 }),
  /** Per address: letters about lost passwords. */
  lettersByAddress: makeThrottle({ tries: 10, windowSeconds: 3_600 }),
  /** Per e-mail, whether it is somebody's or not: nobody's letter box is filled. */
  lettersByEmail: makeThrottle({ tries: 3, windowSeconds: 3_600 }),
  /** Per family: four digits would be found in a day by whoever holds the slip. */
  familyPin: makeThrottle({ tries: 5, windowSeconds: 3_600 }),
  /** Per address: browsers that want to be told; a neighbourhood may sit behind one. */
  newsFollow: makeThrottle({ tries: 60, windowSeconds: 600 }),
  /** Per person: every file that arrives is decoded. */
  upload: makeThrottle({ tries: 60, windowSeconds: 600 }),
  /** Per pupil: a take is decoded and measured. */
  take: makeThrottle({ tries: 60, windowSeconds: 600 }),
  /** Per family: every message that arrives is decoded. */
  reply: makeThrottle({ tries: 12, windowSeconds: 3_600 }),
  /** Per person: a podcast of many years comes file by file. */
  importFile: makeThrottle({ tries: 2_500, windowSeconds: 3_600 }),
  /** Per person: the station asks strangers' machines. */
  feedImport: makeThrottle({ tries: 20, windowSeconds: 600 }),
  /** Per pupil: there are 729 secrets of three pictures. */
  pictures: makeThrottle({ tries: 6, windowSeconds: 900 }),
  /** Per address: a class of small children behind one gets many wrong. */
  picturesByAddress: makeThrottle({ tries: 40, windowSeconds: 900 }),
  /** Per address: whoever has a class code may not keep its teacher busy; a class that is at the door for the first time may sit behind one. */
  newcomers: makeThrottle({ tries: 60, windowSeconds: 900 }),
  /** Per address: a whole class of thirty types its code behind one. Two hundred wrong ones are more than a station's classes mistype. */
  classCode: makeWaryThrottle({ tries: 40, wary: 5, alarming: 200, windowSeconds: 600 }),
});
/** See {@link makeThrottles}. */
export type Throttles = ReturnType<typeof makeThrottles>;
