/** What a browser's mediasoup-client says of a microphone with this ssrc. */
export const microphoneParameters = (ssrc: number, mimeType = "audio/opus") => ({
  mid: "0",
  codecs: [
    {
      mimeType,
      payloadType: 111,
      clockRate: 48_000,
      channels: 2,
      parameters: { minptime: 10, useinbandfec: 1 },
      rtcpFeedback: [{ type: "nack" }, { type: "transport-cc" }],
    },
  ],
  headerExtensions: [{ uri: "urn:ietf:params:rtp-hdrext:sdes:mid", id: 4 }],
  encodings: [{ ssrc, dtx: false }],
  rtcp: { cname: "browser", reducedSize: true },
});

/** A DTLS fingerprint as a browser sends it. */
export const dtlsParameters = {
  role: "client",
  fingerprints: [{ algorithm: "sha-256", value: Array.from({ length: 32 }, () => "AB").join(":") }],
};
