import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Room } from "../../media/sfu/open-room.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";

/** A studio's room in the SFU, with the mixer's return bus playing into it. Disposing it closes both. */
export type StudioRoom = AsyncDisposable & {
  readonly room: Room;
  /** The carts, for everybody's ears. */
  readonly returnProducerId: string;
};

/** Opens a room and lets the mixer send its return bus there; a former return of this mixer ends. */
export async function openStudioRoom(sfu: Sfu, mixer: Mixer): Promise<StudioRoom> {
  await using opening = new AsyncDisposableStack();
  const room = opening.use(await sfu.openRoom());
  const source = opening.use(await room.openSource());
  const { ip, port, payloadType, ssrc } = source;
  opening.use(await mixer.openReturn({ ip, port, payloadType, ssrc }));
  const open = opening.move();
  return { room, returnProducerId: source.id, [Symbol.asyncDispose]: () => open.disposeAsync() };
}
