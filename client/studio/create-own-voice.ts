import { createEffect, createMemo, createSignal, on, onMount, type Accessor } from "solid-js";
import type { ShowId } from "../../schemas/ids.ts";
import type { Level, MicrophoneState } from "../../schemas/studio.ts";
import { createLevelMeter } from "../audio/create-level-meter.ts";
import { createMicrophoneList, type MicrophoneChoice } from "../audio/create-microphone-list.ts";
import { createMicrophone, type Microphone } from "../audio/create-microphone.ts";
import { reportedState } from "../audio/microphone-fault.ts";
import type { MicrophoneProcessing } from "../audio/microphone-settings.ts";
import { makeVoiceJudge, type VoiceVerdict } from "../audio/voice-judge.ts";
import { keepAsked, keepChoice, readChoice, wasAsked } from "./kept-microphone.ts";

/** This page's own microphone, from the first question to the sound that leaves. */
export type OwnVoice = {
  readonly microphone: Accessor<Microphone>;
  readonly isMutedBySystem: Accessor<boolean>;
  readonly level: Accessor<Level>;
  readonly verdict: Accessor<VoiceVerdict>;
  readonly choices: Accessor<readonly MicrophoneChoice[]>;
  readonly deviceId: Accessor<string | undefined>;
  readonly processing: Accessor<MicrophoneProcessing>;
  readonly isMuted: Accessor<boolean>;
  /** What this page plays reaches no microphone, as the person says. */
  readonly hasHeadphones: Accessor<boolean>;
  /** The person said that the sound check is good: from here on the voice leaves the page. */
  readonly isChecked: Accessor<boolean>;
  /** What leaves; undefined during the sound check. */
  readonly sent: Accessor<MediaStreamTrack | undefined>;
  /** What the desk is told. */
  readonly reported: Accessor<MicrophoneState>;
  /** What the voice lacked, in dB, when the sound check was passed. */
  readonly suggestedTrimDb: Accessor<number | undefined>;
  /** Opens the microphone; the browser may ask for the permission. */
  open(): void;
  retry(): void;
  chooseDevice(deviceId: string): void;
  process(change: Partial<MicrophoneProcessing>): void;
  mute(isMuted: boolean): void;
  wearHeadphones(hasHeadphones: boolean): void;
  check(isChecked: boolean): void;
};

async function isPermissionGiven(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: "microphone" })).state === "granted";
  } catch {
    // Firefox before 132 does not know the name: the page explains and asks.
    return false;
  }
}

/** The verdict on a level that changes: what the voice was like over the last three seconds, and the trim that would help it. */
function createJudgement(level: Accessor<Level>, microphone: Accessor<Microphone>) {
  const judge = makeVoiceJudge();
  const [verdict, setVerdict] = createSignal<VoiceVerdict>("listening");
  createEffect(on(microphone, judge.forget));
  createEffect(() => {
    setVerdict(judge.hear(level(), performance.now() / 1_000));
  });
  return { verdict, suggestTrim: () => judge.suggestTrimDb() };
}

/** The own voice of this page; while `isWanted`. Device, switches and a passed sound check are remembered on this device. */
export function createOwnVoice(options: {
  showId: ShowId;
  isWanted: Accessor<boolean>;
  needsCheck: boolean;
}): OwnVoice {
  const kept = readChoice();
  const [isOpened, setIsOpened] = createSignal(false);
  const [deviceId, setDeviceId] = createSignal(kept.deviceId);
  const [processing, setProcessing] = createSignal(kept.processing);
  const [hasHeadphones, setHasHeadphones] = createSignal(kept.hasHeadphones);
  const [isMuted, setIsMuted] = createSignal(false);
  const [isChecked, setIsChecked] = createSignal(!options.needsCheck || wasAsked(options.showId));

  const wanted = createMemo(() =>
    options.isWanted() && isOpened() ? { deviceId: deviceId(), processing: processing() } : undefined,
  );
  const { microphone, isMutedBySystem, retry } = createMicrophone(wanted);
  const track = createMemo(() => {
    const now = microphone();
    return now.state === "open" ? now.track : undefined;
  });
  const level = createLevelMeter(track);
  const { verdict, suggestTrim } = createJudgement(level, microphone);
  const [suggestedTrimDb, setSuggestedTrimDb] = createSignal<number>();

  onMount(() => {
    void isPermissionGiven().then((isGiven) => {
      if (isGiven && (options.needsCheck || wasAsked(options.showId))) setIsOpened(true);
    });
  });
  createEffect(() => {
    keepChoice({ deviceId: deviceId(), processing: processing(), hasHeadphones: hasHeadphones() });
  });

  const reported = (): MicrophoneState => {
    const now = microphone();
    if (now.state === "faulty") return reportedState(now.fault);
    if (now.state !== "open" || !isChecked()) return "opening";
    return isMuted() || isMutedBySystem() ? "mutedByOwner" : "open";
  };
  return {
    microphone,
    isMutedBySystem,
    level,
    verdict,
    choices: createMicrophoneList(() => track() !== undefined),
    deviceId: () => track()?.getSettings().deviceId ?? deviceId(),
    processing,
    isMuted,
    hasHeadphones,
    isChecked,
    sent: () => (isChecked() ? track() : undefined),
    reported,
    suggestedTrimDb,
    open: () => {
      if (!options.needsCheck) keepAsked(options.showId);
      setIsOpened(true);
    },
    retry,
    chooseDevice: setDeviceId,
    process: (change) => setProcessing((now) => ({ ...now, ...change })),
    mute: setIsMuted,
    wearHeadphones: setHasHeadphones,
    check: (isGood) => {
      if (isGood) setSuggestedTrimDb(suggestTrim());
      setIsChecked(isGood);
      if (isGood) keepAsked(options.showId);
    },
  };
}
