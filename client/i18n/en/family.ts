import type { Dictionary } from "../words.ts";

export const family = {
  title: "The radio with {{ names }}",
  listenLive: "Listen live",
  open: "Open the radio",
  latest: "Latest episodes",
  noChannel: "No radio for families yet",
  noChannelHint: "The class has not opened it yet. Keep your slip: it will appear here.",
  promise:
    "Private page: this link is for your family, do not share it. Nothing follows you here. No account, no advertising.",
  opening: "Your link is opening…",
  noLink: "Scan your slip",
  noLinkHint:
    "This page opens with the private link that the class gave you on paper. Without a slip, ask the class for one.",
  pinTitle: "The family’s code",
  pin: "Four digits",
  pinHint: "The class told you. They are not on the slip.",
  pinGo: "Open",
  myRadios: "Our radios",
  leave: "Forget this device",
  leaveHint: "To come back, scan the slip again.",
} as const satisfies Dictionary["family"];
