import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { ShowId } from "../../schemas/ids.ts";
import type { RequestInput, RequestName, RequestReply } from "../../schemas/signalling.ts";
import type { Strip, StudioSnapshot } from "../../schemas/studio.ts";
import { ApiError } from "../api/api.ts";
import { keptTable } from "../class-code-link.ts";
import type { Signalling } from "../signalling.ts";

/** Where this page stands towards the studio. */
export type Presence =
  | { readonly state: "entering" }
  | { readonly state: "in" }
  | { readonly state: "refused"; readonly thrown: unknown }
  | { readonly state: "removed" | "barred" | "replaced" };

/** The studio as the server last told it, and the door to it. */
export type Studio = {
  readonly signalling: Signalling;
  readonly presence: Accessor<Presence>;
  /** Undefined until the first `join`; kept, and shown, while the server is away. */
  readonly snapshot: Accessor<StudioSnapshot | undefined>;
  /** A new object after every join. */
  readonly joined: Accessor<RequestReply<"join"> | undefined>;
  /** This page's own strip. */
  readonly ownStrip: Accessor<Strip | undefined>;
  /** Enters again, after having been sent out or replaced. */
  enter(): void;
  /** Asks, and keeps a refusal for the page to say; true when it was done. */
  tell<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<boolean>;
  /** The last request's refusal, until another succeeds. */
  readonly trouble: Accessor<{ readonly thrown: unknown } | undefined>;
};

/** Whether a snapshot that arrives is of use: an older one that comes late is not. */
export const isNewer = (
  known: Pick<StudioSnapshot, "revision"> | undefined,
  next: Pick<StudioSnapshot, "revision">,
): boolean => known === undefined || next.revision > known.revision;

const askAgainMs = 1_500;

/** Refusals that pass by themselves: nobody answered, or the station is busy, opening or closing. */
const passing = new Set<ApiError["code"] | undefined>([
  "network.lost",
  "media.unavailable",
  "server.failed",
  "server.closing",
  "request.too_many",
]);

/** Enters the studio of a show, again after every reconnection and every refusal that passes, and follows it until the caller's owner is gone. */
export function createStudio(signalling: Signalling, showId: ShowId): Studio {
  const [state, setState] = createStore<{ snapshot?: StudioSnapshot }>({});
  const [presence, setPresence] = createSignal<Presence>({ state: "entering" });
  const [joined, setJoined] = createSignal<RequestReply<"join">>();
  const [trouble, setTrouble] = createSignal<{ readonly thrown: unknown }>();

  const take = (snapshot: StudioSnapshot) => {
    signalling.clock.heard(snapshot.sentAt);
    setState("snapshot", reconcile(snapshot, { key: "id" }));
  };
  const leave = (word: "removed" | "barred" | "replaced") => {
    setPresence({ state: word });
    setJoined(undefined);
  };
  let asked = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => {
    clearTimeout(later);
  });
  const known = () => untrack(() => state.snapshot);
  const isWanted = () => untrack(() => presence().state === "entering" || presence().state === "in");
  const askLater = () => {
    clearTimeout(later);
    later = setTimeout(() => {
      if (!isWanted()) return;
      if (signalling.isConnected()) void join();
      else signalling.reconnect();
    }, askAgainMs);
  };
  const join = async () => {
    clearTimeout(later);
    asked += 1;
    const mine = asked;
    try {
      const reply = await signalling.ask("join", { showId, ...keptTable() });
      // A restarted server counts its revisions anew: what it says at the door always counts.
      take(reply.snapshot);
      setJoined(reply);
      setPresence({ state: "in" });
    } catch (error) {
      // Without a connection the next one asks again, and so did one that came meanwhile.
      if (!signalling.isConnected() || mine !== asked) return;
      if (passing.has(refusalCode(error))) askLater();
      else setPresence({ state: "refused", thrown: error });
    }
  };
  signalling.onConnected(() => {
    if (isWanted()) void join();
  });
  signalling.hear("studioClosed", () => {
    // Whose show is over has nothing to come back to.
    if (!isWanted() || known()?.transmission.state === "ended") return;
    setJoined(undefined);
    void join();
  });
  signalling.hear("studioChanged", (snapshot) => {
    if (isNewer(known(), snapshot)) take(snapshot);
  });
  signalling.hear("participantRemoved", ({ isBarred }) => {
    leave(isBarred ? "barred" : "removed");
  });
  signalling.hear("peerReplaced", () => {
    leave("replaced");
  });

  createEffect(() => {
    const thrown = signalling.refused();
    if (thrown === undefined) return;
    if (passing.has(thrown.code)) askLater();
    else setPresence({ state: "refused", thrown });
  });

  const ownStrip = createMemo(() => state.snapshot?.strips.find((strip) => strip.id === joined()?.stripId));
  return {
    signalling,
    presence,
    snapshot: () => state.snapshot,
    joined,
    ownStrip,
    trouble,
    enter: () => {
      setPresence({ state: "entering" });
      if (signalling.isConnected()) void join();
      else signalling.reconnect();
    },
    tell: async (name, data) => {
      try {
        await signalling.ask(name, data);
        setTrouble(undefined);
        return true;
      } catch (error) {
        setTrouble({ thrown: error });
        return false;
      }
    },
  };
}

/** The code of a refusal, if it is one. */
export const refusalCode = (thrown: unknown): ApiError["code"] | undefined =>
  thrown instanceof ApiError ? thrown.code : undefined;
