import type { Dictionary } from "../words.ts";

export const soundbites = {
  title: "Extracts",
  hint: "An extract of {{ shortest }} to {{ longest }} seconds makes one want to listen. It plays and is shared by itself.",
  add: "Mark an extract",
  name: "Title of the extract",
  nameHint: "It is public with the episode. No surname.",
  start: "Beginning",
  end: "End",
  startHere: "Begins where I am",
  endHere: "Ends where I am",
  listen: "Listen from the extract’s beginning",
  lasts: "Length: {{ seconds }} s",
  bad: "An extract lasts from {{ shortest }} to {{ longest }} seconds, and its times are written like 2:40.",
  remove: "Remove the extract {{ title }}",
  lost: "Extract removed: {{ titles }}",
  lostHint: "The episode was made anew, and this passage is not in it any more. You can mark another one.",
  seen: "Understood",
  licence: "Licence",
  licenceHint: "Nobody may use the sound again unless the school agrees. Listeners read it below the episode.",
  licenceFree: "Anybody may use the pupils’ voices again under this licence, for ever: ask the families first.",
  licenceAsChannel: "Like the radio: {{ licence }}",
  licenceTerms: "What {{ licence }} allows",
  sistersHint:
    "Listeners see these radios on the page and in their app. Only radios that are open to everybody can be named.",
  sistersNone: "No other radio of the station is open to everybody yet.",
} as const satisfies Dictionary["soundbites"];
