import { LetterProof, LetterWish } from "../../schemas/letters.ts";

/** The routes about letters that tell of a channel's episodes. */
export const restLetters = {
  "POST /api/channels/:slug/letters": {
    does: "Asks for letters about a channel. A first letter asks the holder of the address; the answer tells nothing of it.",
    body: LetterWish,
  },
  "POST /api/letters/confirmations": {
    does: "Says yes to letters, with what stands in the first one.",
    body: LetterProof,
  },
  "POST /api/letters/removals": {
    does: "Ends letters, with what stands in each; the address is erased.",
    body: LetterProof,
  },
  "POST /courrier/arret/:id/:proof": { does: "The same in one click of a mail program (RFC 8058)." },
  "GET /courrier/arret/:id/:proof": { does: "Leads to the page that asks whether to end letters." },
} as const;
