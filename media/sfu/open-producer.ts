import type { types } from "mediasoup";
import { z } from "zod";
import { receptionOf, type Reception } from "./measure.ts";
import { asked, SfuError } from "./sfu-error.ts";

/** One voice (or the return bus) that comes into the room. Disposing it closes it, and every consumer of it with it. */
export type RoomProducer = AsyncDisposable & {
  readonly id: string;
  /** What its packets went through since it was made. */
  measure(): Promise<Reception>;
};

/** The rest is checked by mediasoup. */
const OneOpus = z.looseObject({
  codecs: z.tuple([z.looseObject({ mimeType: z.string().regex(/^audio\/opus$/i) })]),
  encodings: z.array(z.unknown()).max(1).optional(),
});

/** Takes one Opus voice from a transport; video, other codecs and several encodings are refused as `request.malformed`. */
export function openProducer(transport: types.Transport, rtpParameters: types.RtpParameters): Promise<RoomProducer> {
  return asked(async () => {
    if (!OneOpus.safeParse(rtpParameters).success) throw new SfuError("request.malformed");
    const producer = await transport.produce({ kind: "audio", rtpParameters });
    return {
      id: producer.id,
      measure: () => receptionOf(producer),
      [Symbol.asyncDispose]: async () => {
        producer.close();
      },
    };
  });
}
