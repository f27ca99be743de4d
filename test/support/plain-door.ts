import type { Room } from "../../media/sfu/open-room.ts";
import type { PlainSource } from "../../media/sfu/open-plain-source.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";

/** The microphones of a test's participants, by producer id: speak into them with plain RTP. */
export type Microphones = Map<string, PlainSource>;

/** The SFU as it is, but for microphones: they come as plain RTP from this machine, for Node has no WebRTC. */
export function withPlainDoor(sfu: Sfu, microphones: Microphones): Sfu {
  const plainRoom = (room: Room): Room => ({
    ...room,
    openTransport: async (options) => ({
      ...(await room.openTransport(options)),
      produce: async () => {
        const source = await room.openSource();
        microphones.set(source.id, source);
        return source;
      },
    }),
  });
  return { ...sfu, openRoom: async () => plainRoom(await sfu.openRoom()) };
}
