import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";
import type { NewcomerState } from "../../schemas/newcomers.ts";
import type { NewPupil, Session } from "../../schemas/people.ts";
import { api, ApiError } from "../api/api.ts";

const place = "antenne.newcomer";
const lookEveryMs = 2_000;

/** A child who is not in the list, from the question to the answer; what was asked in this tab survives a reload. */
export type AtTheDoor = {
  /** Whether the form is open. */
  readonly isAsking: Accessor<boolean>;
  setAsking(isAsking: boolean): void;
  /** Undefined while nothing was asked, and until the station has said how it stands. */
  readonly state: Accessor<NewcomerState | undefined>;
  /** Whether the station is still to say so, after a reload. */
  readonly isUnsure: Accessor<boolean>;
  ask(wish: NewPupil): Promise<void>;
  /** Stops waiting; the birds are there again. */
  leave(): Promise<void>;
};

/** Waits at the door of the class with this code, looks every two seconds whether it is open, and walks in by itself. */
export function createNewcomer(code: Accessor<string | undefined>, onEntered: (session: Session) => void): AtTheDoor {
  const [isAsking, setAsking] = createSignal(false);
  const [state, setState] = createSignal<NewcomerState>();
  const [isWaiting, setWaiting] = createSignal(code() !== undefined && sessionStorage.getItem(place) === code());
  const forget = () => {
    sessionStorage.removeItem(place);
    setWaiting(false);
  };

  async function look() {
    const next = await api.newcomers.read();
    if (!isWaiting()) return;
    setState(next);
    if (next.state !== "waiting") forget();
    if (next.state !== "letIn") return;
    onEntered(await api.newcomers.enter());
    setState(undefined);
  }
  const lookOnce = () =>
    look().catch((error: unknown) => {
      // A network that is away answers later; whoever was let in and erased meanwhile is not.
      if (!(error instanceof ApiError) || error.code === "network.lost" || error.code === "server.failed") return;
      forget();
      setState({ state: "gone" });
    });
  createEffect(() => {
    if (!isWaiting()) return;
    void lookOnce();
    const timer = setInterval(() => void lookOnce(), lookEveryMs);
    onCleanup(() => clearInterval(timer));
  });

  return {
    isAsking,
    setAsking,
    state,
    isUnsure: () => isWaiting() && state() === undefined,
    ask: async (wish) => {
      const typed = code() ?? "";
      await api.newcomers.ask({ code: typed, ...wish });
      sessionStorage.setItem(place, typed);
      setAsking(false);
      setState(undefined);
      setWaiting(true);
    },
    leave: async () => {
      const wasWaiting = isWaiting();
      forget();
      setState(undefined);
      if (wasWaiting) await api.newcomers.leave();
    },
  };
}
