import { channel } from "../en/channel.ts";
import { familyAdvice as advice, familyErrors as errors } from "../en/family-errors.ts";
import { family } from "../en/family.ts";
import { frame } from "../en/frame.ts";
import { news } from "../en/news.ts";
import { player } from "../en/player.ts";
import { radios } from "../en/radios.ts";
import { recorder } from "../en/recorder.ts";
import { reply } from "../en/reply.ts";
import { subscribe } from "../en/subscribe.ts";
import type { FamilyDictionary } from "./family-dictionary.ts";

/** English, as far as families' pages speak it. */
export const en: FamilyDictionary = {
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
