import type { ChannelId, ShowId } from "../../schemas/ids.ts";
import type { LiveState } from "../../schemas/live.ts";
import type { Broadcast } from "./broadcast.ts";
import type { SchoolListening } from "./school-listening.ts";

/** A show that can be heard, or soon will be. */
export type Heard = {
  readonly showId: ShowId;
  readonly channelId: ChannelId;
  readonly broadcast: Broadcast;
  readonly listening: SchoolListening;
  /** What is being said in what is heard now. */
  titleNow(): string;
  /** Which of its states it is in. */
  phase(): LiveState["state"];
  state(): LiveState;
};

/** Whether listeners hear it: on air, or the last seconds that the delay still holds. */
export const isOut = (show: Heard): boolean => show.phase() === "live" || show.phase() === "ending";

/** Which show is heard on which channel: what the doors for listeners ask. */
export class Airwaves {
  readonly #heard = new Set<Heard>();
  readonly #listeners = new Set<(channelId: ChannelId) => void>();

  /** Puts a show on its channel. */
  enter(show: Heard): void {
    this.#heard.add(show);
    for (const tell of this.#listeners) tell(show.channelId);
  }

  /** Hears on which channel a show is about to begin. */
  onEntered(listener: (channelId: ChannelId) => void): void {
    this.#listeners.add(listener);
  }

  /** Takes it off. */
  leave(show: Heard): void {
    this.#heard.delete(show);
  }

  /** What a channel sends; the show that came first when there are two. One that has just ended is there until its listeners have heard it. */
  find(channelId: ChannelId): Heard | undefined {
    let last: Heard | undefined;
    for (const show of this.#heard) {
      if (show.channelId !== channelId) continue;
      if (show.phase() !== "none") return show;
      last = show;
    }
    return last;
  }

  /** The shows that listeners hear at this moment, and how many they are. */
  audiences(): { showId: ShowId; listeners: number }[] {
    const live = [...this.#heard].filter(isOut);
    return live.map(({ showId, broadcast }) => ({ showId, listeners: broadcast.audience.count }));
  }

  findShow(showId: ShowId): Heard | undefined {
    return [...this.#heard].find((show) => show.showId === showId);
  }
}
