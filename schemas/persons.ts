import { z } from "zod";
import { EpisodeId } from "./ids.ts";
import { Title } from "./people.ts";
import { ShowRole } from "./turns.ts";

/** What somebody is called beside an episode: a pupil's first name, or what somebody of the staff chose. */
export const PersonName = Title;

/** Somebody of an episode whom everybody who may hear it may be told: a name, and what they did. */
export const EpisodePerson = z.strictObject({ name: PersonName, roles: z.array(ShowRole) });
/** See {@link EpisodePerson}. */
export type EpisodePerson = z.infer<typeof EpisodePerson>;

/** Who may be told of which episode; an episode of whom nobody may be told is missing. */
export const PersonsOf = z.partialRecord(EpisodeId, z.array(EpisodePerson));
/** See {@link PersonsOf}. */
export type PersonsOf = z.infer<typeof PersonsOf>;
