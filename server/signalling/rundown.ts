import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** Where the show stands in its rundown, moved from the desk. */
export function converseAboutRundown(line: Line) {
  answerInStudio(line, "nextItem", async ({ studio }, { after }) => {
    studio.rundown.next(after);
    return {};
  });

  answerInStudio(line, "goToItem", async ({ studio }, { itemId }) => {
    studio.rundown.goTo(itemId);
    return {};
  });
}
