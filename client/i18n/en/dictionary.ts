import type { Dictionary } from "../words.ts";
import { common } from "./common.ts";
import { doors } from "./doors.ts";
import { advice, errors } from "./errors.ts";
import { studio } from "./studio.ts";

export const en: Dictionary = { common, errors, advice, doors, studio };
