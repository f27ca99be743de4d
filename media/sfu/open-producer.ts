import type { types } from "mediasoup";
import { receptionOf, type Reception } from "./measure.ts";
import { asked, SfuError } from "./sfu-error.ts";

/** One voice (or the return bus) that comes into the room. Disposing it closes it, and every consumer of it with it. */
export type RoomProducer = AsyncDisposable & {
  readonly id: string;
  /** What its packets went through since it was made. */
  measure(): Promise<Reception>;
};

function refuseAllButOneOpus(rtpParameters: types.RtpParameters) {
  const { codecs, encodings = [{}] } = rtpParameters;
  const isOneOpus = Array.isArray(codecs) && codecs.length === 1 && codecs[0]?.mimeType?.toLowerCase() === "audio/opus";
  if (!isOneOpus || !Array.isArray(encodings) || encodings.length > 1) throw new SfuError("request.malformed");
}

/** Takes one Opus voice from a transport; video, other codecs and several encodings are refused as `request.malformed`. */
export function openProducer(transport: types.Transport, rtpParameters: types.RtpParameters): Promise<RoomProducer> {
  return asked(async () => {
    refuseAllButOneOpus(rtpParameters);
    const producer = await transport.produce({ kind: "audio", rtpParameters });
    return {
      id: producer.id,
      measure: () => receptionOf(producer),
      [Symbol.asyncDispose]: () => Promise.resolve(producer.close()),
    };
  });
}
