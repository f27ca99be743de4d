import type { Dictionary } from "../words.ts";
import { account } from "./account.ts";
import { backup } from "./backup.ts";
import { birds } from "./birds.ts";
import { carts } from "./carts.ts";
import { channel } from "./channel.ts";
import { classroom } from "./classroom.ts";
import { consent } from "./consent.ts";
import { exchange } from "./exchange.ts";
import { exercises } from "./exercises.ts";
import { consents } from "./consents.ts";
import { family } from "./family.ts";
import { families } from "./families.ts";
import { feedback } from "./feedback.ts";
import { floor } from "./floor.ts";
import { frame } from "./frame.ts";
import { doors } from "./doors.ts";
import { advice, errors } from "./errors.ts";
import { impact, survey } from "./impact.ts";
import { calibration } from "./calibration.ts";
import { acts, journal } from "./journal.ts";
import { library } from "./library.ts";
import { listeners } from "./listeners.ts";
import { news } from "./news.ts";
import { live } from "./live.ts";
import { newcomers } from "./newcomers.ts";
import { pictures } from "./pictures.ts";
import { player } from "./player.ts";
import { podcasts } from "./podcasts.ts";
import { progress } from "./progress.ts";
import { radios } from "./radios.ts";
import { replies } from "./replies.ts";
import { recorder } from "./recorder.ts";
import { reply } from "./reply.ts";
import { region } from "./region.ts";
import { retention } from "./retention.ts";
import { rundown } from "./rundown.ts";
import { school } from "./school.ts";
import { sound } from "./sound.ts";
import { soundbites } from "./soundbites.ts";
import { staff } from "./staff.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptions } from "./subscriptions.ts";
import { studio } from "./studio.ts";
import { templates } from "./templates.ts";
import { training } from "./training.ts";
import { transcript } from "./transcript.ts";
import { voices } from "./voices.ts";
import { year } from "./year.ts";

export const en: Dictionary = {
  frame,
  errors,
  advice,
  account,
  backup,
  birds,
  carts,
  doors,
  classroom,
  consent,
  consents,
  impact,
  calibration,
  survey,
  journal,
  acts,
  library,
  channel,
  exchange,
  exercises,
  families,
  family,
  school,
  sound,
  soundbites,
  staff,
  studio,
  subscribe,
  subscriptions,
  feedback,
  floor,
  newcomers,
  pictures,
  player,
  podcasts,
  progress,
  region,
  radios,
  replies,
  recorder,
  reply,
  retention,
  rundown,
  templates,
  training,
  transcript,
  voices,
  listeners,
  news,
  live,
  year,
};
