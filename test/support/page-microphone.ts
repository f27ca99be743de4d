import type { Page } from "playwright-core";
import type { Voice } from "./voices.ts";

/** What a test can do to the microphone of a page that `givePageMicrophone` gave it; see {@link pageMicrophoneOf}. */
export type PageMicrophone = {
  /** Ends the open microphone, as a pulled plug does; from now on asking for one is refused with this DOMException's name. */
  end(refusal: "NotFoundError" | "NotReadableError"): Promise<void>;
  /** Another program lets go of it, and nobody is told. */
  letGo(): Promise<void>;
  /** It is plugged in again, and the browser tells it. */
  plugIn(): Promise<void>;
};

/**
 * Gives one page a voice of its own, so that several people can share a browser: what `getUserMedia` gives is the voice, made in the page.
 * To be called before the page is opened.
 */
export async function givePageMicrophone(page: Page, voice: Voice): Promise<void> {
  const { pitch, levelDbfs, burstSeconds = 1.6, breathSeconds = 0.4 } = voice;
  await page.addInitScript(speakInPage, { pitch, levelDbfs, burstSeconds, breathSeconds });
}

/** The hand of a test on such a microphone. */
export function pageMicrophoneOf(page: Page): PageMicrophone {
  const call = (code: string) => page.evaluate<undefined>(`globalThis.pageMicrophone.${code}`);
  return {
    end: (refusal) => call(`end(${JSON.stringify(refusal)})`),
    letGo: () => call("letGo()"),
    plugIn: () => call("plugIn()"),
  };
}

function speakInPage({ pitch, levelDbfs, burstSeconds, breathSeconds }: Required<Voice>) {
  let refusal: string | null = null;
  let open: MediaStreamTrack[] = [];
  let context: AudioContext | undefined;
  const speak = () => {
    const options = { sampleRate: 48_000, sinkId: { type: "none" } };
    context ??= new AudioContext(options);
    const frames = Math.round((burstSeconds + breathSeconds) * 48_000);
    const buffer = context.createBuffer(1, frames, 48_000);
    const peak = Math.SQRT2 * 10 ** (levelDbfs / 20);
    const samples = buffer.getChannelData(0);
    for (let index = 0; index < burstSeconds * 48_000; index++) {
      const edge = Math.min(1, index / 960, (burstSeconds * 48_000 - index) / 960);
      const envelope = 0.5 - 0.5 * Math.cos(Math.PI * edge);
      samples[index] = peak * envelope * Math.sin((2 * Math.PI * pitch * index) / 48_000);
    }
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    const destination = context.createMediaStreamDestination();
    destination.channelCount = 1;
    source.connect(destination);
    source.start();
    return destination.stream;
  };
  navigator.mediaDevices.getUserMedia = (constraints) => {
    if (refusal !== null) return Promise.reject(new DOMException("not now", refusal));
    if (!constraints?.audio) return Promise.reject(new TypeError("only sound here"));
    const stream = speak();
    open = stream.getAudioTracks();
    return Promise.resolve(stream);
  };
  const pageMicrophone = {
    end: (next: string) => {
      refusal = next;
      for (const track of open) {
        track.stop();
        track.dispatchEvent(new Event("ended"));
      }
    },
    letGo: () => {
      refusal = null;
    },
    plugIn: () => {
      refusal = null;
      navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
    },
  };
  Object.assign(globalThis, { pageMicrophone });
}
