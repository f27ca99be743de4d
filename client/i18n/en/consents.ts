import type { Dictionary } from "../words.ts";

export const consents = {
  title: "Consents",
  hint: "How far the voices of each class may go, and what ends within {{ days }} days.",
  export: "Export as CSV",
  unanswered: "No answer",
  expired: "Expired",
  none: "Not to be heard",
  class: "The class",
  family: "The families",
  public: "Everybody",
  ending: "End soon",
  touched: "Episodes that are touched",
  nothingTouched: "No episode is touched",
  nothingTouchedHint: "No consent of a voice that is heard ends soon, and none is too narrow.",
  episode: "Episode",
  why: "Why",
  published: "Published",
  touchedShows: "Planned shows touched",
  noShowTouched: "No planned show is touched",
  noShowTouchedHint: "Every voice in the rundowns may go as far as its radio, until the day of the show.",
  show: "Show",
  undated: "No date",
  endingBefore: {
    one: "One consent ends on {{ day }}, before the show.",
    other: "{{ count }} consents end before the show, the first on {{ day }}.",
  },
  endingVoices: {
    one: "One consent ends on {{ day }}.",
    other: "{{ count }} consents end, the first on {{ day }}.",
  },
  narrowVoices: {
    one: "One voice may not go as far as the radio.",
    other: "{{ count }} voices may not go as far as the radio.",
  },
} as const satisfies Dictionary["consents"];
