import type { Dictionary } from "../words.ts";
import { birds } from "./birds.ts";
import { channel } from "./channel.ts";
import { classroom } from "./classroom.ts";
import { common } from "./common.ts";
import { doors } from "./doors.ts";
import { advice, errors } from "./errors.ts";
import { library } from "./library.ts";
import { studio } from "./studio.ts";

export const en: Dictionary = { common, errors, advice, birds, doors, classroom, library, channel, studio };
