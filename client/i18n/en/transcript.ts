import type { Dictionary } from "../words.ts";

export const transcript = {
  title: "Text of the episode",
  hint: "What is said, for those who read, who hear badly, or who learn the language. Families read it below the player.",
  none: "This episode has no text yet.",
  label: "Text",
  labelHint: "Paste a text, or a subtitle file: with times, the text follows the sound.",
  file: "Choose a file (.vtt, .srt, .txt)",
  fileBad: "This file is no text of subtitles.",
  tooLong: "This text is too long: {{ count }} characters at most.",
  lines: {
    one: "{{ count }} passage with its time: the text will follow the sound.",
    other: "{{ count }} passages with their times: the text will follow the sound.",
  },
  plain: "Without times: the text will be read in one piece.",
  saved: "The text is online with the episode.",
  withheld: "The text waits for you to read it again.",
  withheldHint: "A voice has left the episode since. Take out its words, then save: the text will be shown again.",
  named: {
    one: "A first name of the class stands in this text.",
    other: "{{ count }} first names of the class stand in this text.",
  },
  namedHint: "Whoever may hear the episode may read it. Write the initial if the family has not said yes.",
  initial: "Write {{ initial }} instead of {{ name }}",
  initialDone: "The initial is written: save to keep it.",
  remove: "Remove the text",
  removeTitle: "Remove the text of the episode?",
  removeText: "Families will not read it any more. The sound stays.",
  removed: "The text is removed.",
} as const satisfies Dictionary["transcript"];
