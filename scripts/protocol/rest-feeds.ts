import { z } from "zod";
import {
  ClassFeedAddress,
  ClassSubscriptions,
  FeedAddress,
  NewClassFeedAddress,
  NewFeedAddress,
} from "../../schemas/feed-addresses.ts";

/** What an app subscribes to, and its private addresses. */
export const restFeeds = {
  "GET /api/family/feed-addresses": {
    does: "The family's private feed addresses, oldest first: the one that came with its link, and one for each device it made another for.",
    answers: z.array(FeedAddress),
  },
  "POST /api/family/feed-addresses": {
    does: "One more address, for another device.",
    body: NewFeedAddress,
    answers: FeedAddress,
  },
  "DELETE /api/family/feed-addresses/:addressId": {
    does: "Stops one address: its feeds, sound, pictures and live sound are shut at once, and no other one is.",
  },
  "GET /api/classrooms/:id/feed-addresses": {
    does: "How many addresses of the class's families are used, and the addresses of the class's devices and of the teacher who asks.",
    answers: ClassSubscriptions,
  },
  "POST /api/classrooms/:id/feed-addresses": {
    does: "One more address that hears all channels of the class: for its devices, or for the teacher who asks, as long as they teach it.",
    body: NewClassFeedAddress,
    answers: ClassFeedAddress,
  },
  "DELETE /api/classrooms/:id/feed-addresses/:addressId": { does: "Stops one of them." },
  "DELETE /api/classrooms/:id/family-feed-addresses": {
    does: "Stops every private feed address of the class's families, for one that went too far. Their links stay, and give other addresses.",
  },
  "GET /radios/:school/fil.xml": {
    does: "One podcast feed of all public channels of a school. Each episode stands in it as in its own channel's feed, with the same guid; three hundred at most.",
    answers: "RSS",
  },
  "GET /chaines.opml": {
    does: "The public channels' feeds as OPML, a folder per school, for apps that import lists.",
    answers: "OPML",
  },
} as const;
