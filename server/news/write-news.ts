import type { LetterChange } from "../../schemas/letters.ts";
import type { Letter } from "../mail/letters.ts";
import type { LetterProofs } from "../mail/letter-proofs.ts";
import type { Errand } from "../mail/open-post.ts";
import { changeLetter, confirmationLetter, newsLetter } from "../mail/news-letters.ts";
import { openHomes } from "../store/homes.ts";
import { openLetterSubscriptions, type LetterReader } from "../store/letter-subscriptions.ts";
import type { Database } from "../store/open-database.ts";
import { mayHear } from "./may-hear.ts";

type Parts = {
  database: Database;
  proofs: LetterProofs;
  /** Where people reach the station, for the links. */
  url: string;
  clock: () => number;
};

/** Writes the letters about radios when they are about to leave: to nobody who has said no meanwhile, or may no longer hear the radio. */
export function makeNewsWriter({ database, proofs, url, clock }: Parts) {
  const subscriptions = openLetterSubscriptions(database, clock);
  const { hasChildIn } = openHomes(database);
  // The page speaks the letter's language, also on a device that has never been here.
  const pageOf = (act: "oui" | "non", { id, language }: Pick<LetterReader, "id" | "language">) =>
    `${url}/courrier?langue=${language}#${act}.${id}.${proofs.proofOf(id)}`;
  function change({ id, email: to, radio }: LetterReader, { cadence, language }: LetterChange) {
    const proof = proofs.proofOf(id, { cadence, language });
    const confirmUrl = `${url}/courrier?langue=${language}#oui.${id}.${proof}.${cadence}.${language}`;
    return changeLetter({ to, radio, language, confirmUrl });
  }

  return {
    /** Asks for a yes; of who has said it once, to the change. Who said it as somebody who may no longer hear is asked anew. */
    confirmation: async ({ id, wish }: Extract<Errand, { about: "newsConfirmation" }>): Promise<Letter | undefined> => {
      const known = await subscriptions.find(id);
      if (known === undefined) return undefined;
      const hears = await mayHear(known, hasChildIn);
      if (known.confirmedAt !== null && hears) return wish && change(known, wish);
      if (known.confirmedAt !== null && wish) await subscriptions.beginAnew(id, wish);
      const reader = await subscriptions.find(id);
      if (reader?.confirmedAt !== null || !(await mayHear(reader, hasChildIn))) return undefined;
      const { email: to, radio, language } = reader;
      return confirmationLetter({ to, radio, language, confirmUrl: pageOf("oui", reader) });
    },
    /** Of all that came out since the reader's last letter; where there is nothing to tell, the reader has been told of it. */
    news: async (id: string): Promise<Letter | undefined> => {
      const reader = await subscriptions.find(id);
      if (reader?.confirmedAt == null) return undefined;
      const tellsUntil = clock();
      const span = { since: reader.writtenAt ?? reader.confirmedAt, until: tellsUntil };
      const count = (await mayHear(reader, hasChildIn)) ? await subscriptions.countNew(reader.channelId, span) : 0;
      if (count === 0) {
        await subscriptions.setWritten(id, tellsUntil);
        return undefined;
      }
      const { email: to, radio, language, slug } = reader;
      const oneClickUrl = `${url}/courrier/arret/${id}/${proofs.proofOf(id)}?langue=${language}`;
      const links = {
        radioUrl: `${url}/chaines/${slug}?lang=${language}`,
        stopUrl: pageOf("non", reader),
        oneClickUrl,
      };
      return { ...newsLetter({ to, radio, language, count, ...links }), tellsUntil };
    },
  };
}
/** See {@link makeNewsWriter}. */
export type NewsWriter = ReturnType<typeof makeNewsWriter>;
