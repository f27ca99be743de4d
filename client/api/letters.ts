import type { LetterProof, LetterWish } from "../../schemas/letters.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

/** Letters about a channel. */
export const lettersApi = {
  letters: {
    ask: (slug: string, wish: LetterWish) =>
      take(server.channels[":slug"].letters.$post({ param: { slug: encodeURIComponent(slug) }, json: wish })),
    confirm: (proof: LetterProof) => take(server.letters.confirmations.$post({ json: proof })),
    stop: (proof: LetterProof) => take(server.letters.removals.$post({ json: proof })),
  },
};
