import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** Raised hands, tables of one room, and what the desk says off air. */
export function converseOnTheFloor(line: Line) {
  answerInStudio(line, "setHand", async ({ studio, peer }, { isRaised }) => {
    studio.stage.backstage.setHand(peer.strip, isRaised);
    return {};
  });

  answerInStudio(line, "lowerHand", async ({ studio }, { stripId }) => {
    studio.stage.backstage.lowerHand(stripId);
    return {};
  });

  answerInStudio(line, "shareTable", async ({ studio }, { stripIds, table }) => {
    studio.stage.tables.share(stripIds, table);
    return {};
  });

  answerInStudio(line, "talkBack", async ({ studio, peer }, { target }) => {
    if (target === null) studio.stage.talkback.end(peer);
    else studio.stage.talkback.begin(peer, target);
    return {};
  });
}
