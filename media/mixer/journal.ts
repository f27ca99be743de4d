import { sharedNowMs } from "../lasting/shared-clock.ts";
import type { CartLoad } from "./mixer.ts";
import type { DeskCalls } from "./thread-protocol.ts";

type Name = keyof DeskCalls;
type Data = readonly unknown[];

/** What a call leaves behind: under which key it stands, and how. Keys that begin alike belong together. */
type Rule = {
  key(...data: unknown[]): string;
  /**
   * `begins` stands in place of all under its key, `adds` is merged into what stands there, `ends` leaves nothing of it, `endsPort` only
   * if its last argument is the port that the call in that place was answered.
   */
  does: "begins" | "adds" | "ends" | "endsPort";
};

const strip = (part: string) => (stripId: unknown) => `strip/${String(stripId)}/${part}`;
const cart = (part: string) => (cartId: unknown) => `cart/${String(cartId)}/${part}`;

/** A call that is not here leaves nothing that another thread would have to know. */
const rules: Readonly<Partial<Record<Name, Rule>>> = {
  openStrip: { key: strip(""), does: "begins" },
  setStrip: { key: strip("set"), does: "adds" },
  closeStrip: { key: strip(""), does: "ends" },
  openInput: { key: strip("input"), does: "begins" },
  closeInput: { key: strip("input"), does: "endsPort" },
  loadCart: { key: (load) => cart("load")((load as { cartId: string }).cartId), does: "begins" },
  playCart: { key: cart("play"), does: "begins" },
  stopCart: { key: cart("play"), does: "ends" },
  unloadCart: { key: cart(""), does: "ends" },
  setCartsGain: { key: () => "carts", does: "begins" },
  setSound: { key: () => "sound", does: "begins" },
  openReturn: { key: () => "return", does: "begins" },
  closeReturn: { key: () => "return", does: "endsPort" },
  openCue: { key: () => "cue", does: "begins" },
  closeCue: { key: () => "cue", does: "endsPort" },
};

/** A call that still stands, since when by the clock of all threads, and what it was answered or why another thread refused it. */
export type Entry = { readonly name: Name; data: Data; sinceMs: number; answer?: unknown; refusal?: Error };

/** The call that a cart plays by, and that cart. */
export type PlayedCart = { entry: Entry; load: CartLoad };

/** What was asked of a mixer and still stands, so that another thread can be brought to where the former one was. */
export class Journal {
  readonly #entries = new Map<string, Entry>();

  /** Notes a call; gives its entry if it stands from now on. */
  note(name: Name, data: Data): Entry | undefined {
    const rule = rules[name];
    if (rule === undefined) return undefined;
    const key = rule.key(...data);
    const former = this.#entries.get(key);
    if (rule.does === "endsPort" && former?.answer !== data.at(-1)) return undefined;
    if (rule.does === "adds" && former !== undefined) {
      former.data = merged(former.data, data) as Data;
      return former;
    }
    this.#forgetBelow(key);
    if (rule.does === "ends" || rule.does === "endsPort") this.#entries.delete(key);
    else return this.#put(key, { name, data, sinceMs: sharedNowMs() });
  }

  /** Whether the next thread is brought to where this call leads. */
  knows(name: Name): boolean {
    return rules[name] !== undefined;
  }

  /** Takes a call out that was refused. */
  strike(entry: Entry): void {
    for (const [key, each] of this.#entries) if (each === entry) this.#entries.delete(key);
  }

  /** What stands, in the order in which it can be asked again: a port is asked for by its number. */
  standing(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  /** A cart has come to its end. */
  cartEnded(cartId: string): void {
    this.#entries.delete(cart("play")(cartId));
  }

  /** The carts that play, in the order in which they began. */
  playing(): PlayedCart[] {
    return this.standing().flatMap((entry) => {
      const load = entry.name === "playCart" ? this.loadOf(String(entry.data[0])) : undefined;
      return load === undefined ? [] : [{ entry, load }];
    });
  }

  /** What was loaded under a cart's id. */
  loadOf(cartId: string): CartLoad | undefined {
    return this.#entries.get(cart("load")(cartId))?.data[0] as CartLoad | undefined;
  }

  #put(key: string, entry: Entry): Entry {
    this.#entries.set(key, entry);
    return entry;
  }

  #forgetBelow(key: string): void {
    if (!key.endsWith("/")) return;
    for (const each of this.#entries.keys()) if (each.startsWith(key)) this.#entries.delete(each);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The later value; of lists and records, part by part. */
function merged(former: unknown, later: unknown): unknown {
  if (Array.isArray(former) && Array.isArray(later)) {
    return later.map((value, index): unknown => merged(former[index], value));
  }
  if (!isRecord(former) || !isRecord(later)) return later;
  const parts = Object.entries(later).map(([key, value]) => [key, merged(former[key], value)] as const);
  return { ...former, ...Object.fromEntries(parts) };
}
