import { z } from "zod";
import { ClassExchange, NewOffer, Offer, OfferTaking } from "../../schemas/exchange.ts";

/** What classes offer each other. */
export const restExchange = {
  "GET /api/classrooms/:id/exchange": {
    does: "What the class offers to others, the rundowns it took from them, and their episodes that are heard in its channels.",
    answers: ClassExchange,
  },
  "GET /api/classrooms/:id/catalogue": {
    does: "What other classes of the school and of the station offer, the newest first, sixty at most, and nothing that not everybody may hear. Query: `q` (words), `kind`.",
    answers: z.array(Offer),
  },
  "GET /api/classrooms/:id/catalogue/:offer/sounds/:place": {
    does: "A sound of an offer, before it is taken.",
    answers: "audio",
  },
  "POST /api/classrooms/:id/catalogue/:offer/copies": {
    does: "Takes an offer: a rundown becomes a template, a sound is copied with its credit, a series both; an episode is heard in a channel of the class, where it is.",
    body: OfferTaking,
    answers: ClassExchange,
  },
  "POST /api/classrooms/:id/offers": {
    does: "Offers a rundown, a sound, an episode or a series. `offer.names` tells which first names of the class stand in its words.",
    body: NewOffer,
    answers: ClassExchange,
  },
  "DELETE /api/classrooms/:id/offers/:offer": {
    does: "Takes an offer back. Its episode is not heard in other channels any more; copies of the rest stay where they are.",
  },
  "DELETE /api/classrooms/:id/rundown-templates/:template": { does: "Removes a rundown that was taken." },
  "DELETE /api/channels/:id/replays/:episode": {
    does: "Another class's episode is not heard in this channel any more.",
  },
} as const;
