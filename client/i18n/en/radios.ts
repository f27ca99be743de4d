import type { Dictionary } from "../words.ts";

export const radios: Dictionary["radios"] = {
  title: "All radios",
  hint: "The school radios that are open to everybody.",
  label: "Find a radio, a school, a town",
  search: "Search",
  ways: "Follow these radios",
  feed: "One podcast of them all",
  outline: "List for apps (OPML)",
  newest: "Newest episodes",
  none: "No radio is open to everybody yet",
  noneHint: "They will be here. A family hears its own by its private link.",
  noneFound: "No radio for “{{ query }}”",
  noneFoundHint: "Try another word, or the name of the town.",
};
