import { measureSpeech, type SpeechMeasures } from "../../../media/speech/measure-speech.ts";
import { resampled } from "../../../media/speech/resample.ts";

// What a page of the station would do with a file; bundled for Chromium by the test.
Object.assign(globalThis, {
  async measureFile(base64: string): Promise<SpeechMeasures> {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
    return measureSpeech(resampled(sound.getChannelData(0), sound.sampleRate));
  },
});
