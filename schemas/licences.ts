import { z } from "zod";

/** On what terms something may be used again: by the slugs of Podcasting 2.0's list, which are SPDX's in small letters; without a licence, all rights stay reserved. */
export const Licence = z.enum([
  "all-rights-reserved",
  "cc-by-4.0",
  "cc-by-sa-4.0",
  "cc-by-nd-4.0",
  "cc-by-nc-4.0",
  "cc-by-nc-sa-4.0",
  "cc-by-nc-nd-4.0",
  "cc0-1.0",
]);
/** See {@link Licence}. */
export type Licence = z.infer<typeof Licence>;
