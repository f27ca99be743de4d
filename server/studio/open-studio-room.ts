import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Room } from "../../media/sfu/open-room.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";

/** A studio's room in the SFU, with the mixer's return and cue buses playing into it. Disposing it closes both. */
export type StudioRoom = AsyncDisposable & {
  readonly room: Room;
  /** The carts, for everybody's ears. */
  readonly returnProducerId: string;
  /** The strips that the desk listens to, for the desk's ears only. */
  readonly cueProducerId: string;
};

/** Opens a room and lets the mixer send its return and cue buses there; former ones of this mixer end. */
export async function openStudioRoom(sfu: Sfu, mixer: Mixer): Promise<StudioRoom> {
  await using opening = new AsyncDisposableStack();
  const room = opening.use(await sfu.openRoom());
  const carts = opening.use(await room.openSource());
  opening.use(await mixer.openReturn(carts));
  const cue = opening.use(await room.openSource());
  opening.use(await mixer.openCue(cue));
  const open = opening.move();
  return {
    room,
    returnProducerId: carts.id,
    cueProducerId: cue.id,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
