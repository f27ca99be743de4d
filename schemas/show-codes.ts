import { z } from "zod";
import { ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** A class code that opens until the end of one show: besides the day's, for who comes in from elsewhere or on another day. */
export const ShowCode = z.strictObject({
  showId: ShowId,
  /** The show's. */
  title: Title,
  code: z.string(),
  /** From then on it opens nothing, even if the show was never held. */
  expiresAt: z.iso.datetime(),
});
/** See {@link ShowCode}. */
export type ShowCode = z.infer<typeof ShowCode>;
