/** What the browser does to the voice before it leaves; all three are on for a tablet on a table. */
export type MicrophoneProcessing = {
  /** Takes the loudspeaker's sound out of the microphone. Off only with headphones. */
  readonly echoCancellation: boolean;
  /** Takes steady noise out: fans, corridors. */
  readonly noiseSuppression: boolean;
  /** Brings a child who is far or near to the same level. */
  readonly autoGainControl: boolean;
};

/** The switches as they stand before anybody touched them. */
export const usualProcessing: MicrophoneProcessing = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** The constraints for one voice: mono at 48 kHz, as Opus wants it. A device is asked for exactly, so that a wrong one is never opened in its place. */
export function voiceConstraints(
  deviceId: string | undefined,
  processing: MicrophoneProcessing,
): MediaStreamConstraints {
  return {
    audio: {
      ...processing,
      channelCount: { ideal: 1 },
      sampleRate: { ideal: 48_000 },
      ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
    },
  };
}
