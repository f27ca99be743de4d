import type { Dictionary } from "../words.ts";

export const recorder: Dictionary["recorder"] = {
  record: "Speak now",
  stop: "Stop",
  recorded: "{{ time }} of {{ most }}",
  level: "Your voice",
  levelIs: "Your voice: {{ words }}",
  levelLow: "too quiet",
  levelGood: "good",
  levelHigh: "too loud",
  again: "Start again",
  chooseFile: "Choose a sound from this device",
  noMicrophone: "No microphone here.",
  noMicrophoneHint: "Allow it in the browser, or choose a sound that is already recorded.",
};
