import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** À l'antenne, Annuler, Fin. */
export function converseAboutTransmission(line: Line) {
  answerInStudio(line, "goOnAir", async ({ studio }) => {
    await studio.goOnAir();
    return {};
  });

  answerInStudio(line, "cancelCountdown", async ({ studio }) => {
    await studio.cancelCountdown();
    return {};
  });

  answerInStudio(line, "endShow", async ({ studio }) => ({ episodeId: await studio.endShow() }));
}
