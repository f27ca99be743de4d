import { channel } from "../fr/channel.ts";
import { familyAdvice as advice, familyErrors as errors } from "../fr/family-errors.ts";
import { family } from "../fr/family.ts";
import { frame } from "../fr/frame.ts";
import { news } from "../fr/news.ts";
import { player } from "../fr/player.ts";
import { radios } from "../fr/radios.ts";
import { recorder } from "../fr/recorder.ts";
import { reply } from "../fr/reply.ts";
import { subscribe } from "../fr/subscribe.ts";
import type { FamilyDictionary } from "./family-dictionary.ts";

/** French, as far as families' pages speak it. */
export const fr: FamilyDictionary = {
  frame,
  channel,
  family,
  radios,
  recorder,
  reply,
  subscribe,
  news,
  player,
  errors,
  advice,
};
