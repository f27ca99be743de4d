import { z } from "zod";
import { EpisodeId } from "./ids.ts";
import { FirstName } from "./people.ts";
import { ShowRole } from "./turns.ts";

/** Somebody of an episode whom everybody who may hear it may be told: a first name, and what they did. */
export const EpisodePerson = z.strictObject({ name: FirstName, roles: z.array(ShowRole) });
/** See {@link EpisodePerson}. */
export type EpisodePerson = z.infer<typeof EpisodePerson>;

/** Who may be told of which episode; an episode of whom nobody may be told is missing. */
export const PersonsOf = z.partialRecord(EpisodeId, z.array(EpisodePerson));
/** See {@link PersonsOf}. */
export type PersonsOf = z.infer<typeof PersonsOf>;
