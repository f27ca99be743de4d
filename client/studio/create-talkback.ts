import { createEffect, createSignal, type Accessor } from "solid-js";
import type { TalkbackTarget } from "../../schemas/floor.ts";
import type { Strip } from "../../schemas/studio.ts";
import type { Studio } from "./create-studio.ts";
import { pathOf } from "./path.ts";

/** Why one cannot speak off air now: no microphone of one's own, or somebody whom everybody would hear through. */
export type TalkbackObstacle = { readonly word: "noMicrophone" } | { readonly word: "onAir"; readonly name: string };

/** What the desk says off air: to whom, and whether it speaks now. */
export type Talkback = {
  readonly target: Accessor<TalkbackTarget>;
  choose(target: TalkbackTarget): void;
  /** As the server says: while it is true, the programme does not get this microphone. */
  readonly isTalking: Accessor<boolean>;
  readonly obstacle: Accessor<TalkbackObstacle | undefined>;
  /** The strip of the person spoken to, if the target is one. */
  readonly strip: Accessor<Strip | undefined>;
  begin(): void;
  end(): void;
};

const isTarget = (strip: Strip, target: TalkbackTarget): boolean =>
  target.kind === "all" || (target.kind === "backstage" ? strip.place === "backstage" : target.stripId === strip.id);

/** Speaks off air for the page's own strip. A target that has left the studio gives way to those backstage. */
export function createTalkback(studio: Studio, hasMicrophone: Accessor<boolean>): Talkback {
  const [target, setTarget] = createSignal<TalkbackTarget>({ kind: "backstage" });
  const strips = () => studio.snapshot()?.strips ?? [];
  const isTalking = () => (studio.ownStrip()?.talkingTo ?? null) !== null;
  const strip = () => {
    const chosen = target();
    return chosen.kind === "strip" ? strips().find(({ id }) => id === chosen.stripId) : undefined;
  };
  const obstacle = (): TalkbackObstacle | undefined => {
    if (!hasMicrophone()) return { word: "noMicrophone" };
    const transmission = studio.snapshot()?.transmission;
    const exposed = strips().find(
      (each) =>
        transmission !== undefined &&
        each !== studio.ownStrip() &&
        isTarget(each, target()) &&
        !each.hasHeadphones &&
        pathOf(each, transmission) === "heard",
    );
    return exposed && { word: "onAir", name: exposed.name };
  };
  const begin = () => {
    if (obstacle() === undefined) void studio.tell("talkBack", { target: target() });
  };
  createEffect(() => {
    if (target().kind === "strip" && strip() === undefined) setTarget({ kind: "backstage" });
  });
  return {
    ...{ target, isTalking, obstacle, strip, begin },
    choose: (chosen) => {
      setTarget(chosen);
      if (isTalking()) begin();
    },
    end: () => {
      if (isTalking()) void studio.tell("talkBack", { target: null });
    },
  };
}
