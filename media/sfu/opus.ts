import type { types } from "mediasoup";

/** Payload type of everything that leaves the SFU; any dynamic one would do. */
export const opusPayloadType = 100;

// RFC 7587: Opus in RTP is always 48 kHz stereo. FEC on and DTX off, so that a lost packet can be heard from the next one, and silence is sent too.
const opus = {
  kind: "audio",
  mimeType: "audio/opus",
  clockRate: 48_000,
  channels: 2,
  preferredPayloadType: opusPayloadType,
  parameters: { useinbandfec: 1, usedtx: 0 },
} as const;

/** The only codec of a room; NACK lets a lost packet be sent again in time. */
export const roomCodecs: types.RtpCodecCapability[] = [{ ...opus, rtcpFeedback: [{ type: "nack" }] }];

/**
 * What browsers are told of a room. Without transport-cc: a browser that estimates its bandwidth takes jitter for congestion and holds
 * what is to be sent again back for seconds; 48 kbit/s of voice leave nothing to adapt.
 */
export const browserCapabilities = ({ codecs = [], ...others }: types.RtpCapabilities): types.RtpCapabilities => ({
  ...others,
  codecs: codecs.map((codec) => ({
    ...codec,
    rtcpFeedback: codec.rtcpFeedback?.filter(({ type }) => type !== "transport-cc") ?? [],
  })),
});

/** What mixer and recorder can take on the loopback: bare Opus, no feedback, no header extension. */
export const plainCapabilities: types.RtpCapabilities = {
  codecs: [{ ...opus, rtcpFeedback: [] }],
  headerExtensions: [],
};

/** How a plain source of Opus with this ssrc describes itself. */
export const plainParameters = (ssrc: number): types.RtpParameters => ({
  codecs: [
    {
      mimeType: opus.mimeType,
      payloadType: opusPayloadType,
      clockRate: 48_000,
      channels: 2,
      parameters: opus.parameters,
    },
  ],
  encodings: [{ ssrc }],
  rtcp: { cname: "antenne" },
});
