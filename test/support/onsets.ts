import type { Page } from "playwright-core";

/** Instants, in ms since 1970, at which a burst began: in the page's own microphone, and in what it hears of others. */
export type Onsets = { spoken: number[]; heard: number[] };

/** Makes a page note when bursts begin; to be called before the page is opened. Looks every 3 ms at the last 5 ms of sound. */
export async function noteOnsets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { spoken: [] as number[], heard: [] as number[] };
    Object.assign(globalThis, { onsets: noted });
    const listen = (track: MediaStreamTrack, list: number[]) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 256;
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      const samples = new Float32Array(256);
      let quietSince = performance.now();
      setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const isSounding = samples.some((sample) => Math.abs(sample) > 0.02);
        const now = performance.now();
        if (isSounding && now - quietSince > 100) list.push(performance.timeOrigin + now);
        if (isSounding) quietSince = now;
      }, 3);
    };
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      for (const track of stream.getAudioTracks()) listen(track, noted.spoken);
      return stream;
    };
    const Connection = globalThis.RTCPeerConnection;
    globalThis.RTCPeerConnection = class extends Connection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        this.addEventListener("track", ({ track }) => {
          listen(track, noted.heard);
        });
      }
    };
  });
}

/** What a page has noted so far. */
export const onsetsOf = (page: Page): Promise<Onsets> => page.evaluate("globalThis.onsets");
