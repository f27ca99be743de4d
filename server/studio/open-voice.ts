import type { StripId } from "../../schemas/ids.ts";
import type { RtpPort } from "../../schemas/programme.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Reception } from "../../media/sfu/measure.ts";
import type { Forward, ForwardedRtp } from "../../media/sfu/open-forward.ts";
import type { Opaque, PeerTransport } from "../../media/sfu/open-peer-transport.ts";
import type { Room } from "../../media/sfu/open-room.ts";

/** A participant's microphone on its way into the studio. Disposing it silences it everywhere. */
export type Voice = AsyncDisposable & {
  readonly producerId: string;
  readonly source: "voice";
  readonly stripId: StripId;
  /** How the mixer names the voice when it tells where it stands in the programme. */
  readonly mixerSsrc: number;
  measure(): Promise<Reception>;
  /** Another receiver of the same packets, paused at first: the recorder. */
  forward(openPort: (rtp: ForwardedRtp) => Promise<RtpPort>): Promise<Forward>;
};

/** Where a voice enters and where it goes. */
export type VoiceOptions = {
  room: Room;
  mixer: Mixer;
  stripId: StripId;
  transport: PeerTransport;
  rtpParameters: Opaque;
};

/** Takes a microphone from its transport and leads it to its strip of the mixer. */
export async function openVoice({ room, mixer, stripId, transport, rtpParameters }: VoiceOptions): Promise<Voice> {
  await using opening = new AsyncDisposableStack();
  const producer = opening.use(await transport.produce(rtpParameters));
  const toMixer = opening.use(await room.forward(producer.id, (rtp) => mixer.openInput(stripId, rtp)));
  await toMixer.resume();
  const open = opening.move();
  return {
    producerId: producer.id,
    source: "voice",
    stripId,
    mixerSsrc: toMixer.rtp.ssrc,
    measure: () => producer.measure(),
    forward: (openPort) => room.forward(producer.id, openPort),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
