import type { StripId } from "../../schemas/ids.ts";
import { auditName } from "../access/actor.ts";
import type { Studio } from "../studio/studio.ts";
import { answerInStudio } from "./answer.ts";
import type { Line, Seat } from "./line.ts";

/** Who a strip is, for the account of what was done: its number on the desk, and the pupil behind it. */
function detailOf(studio: Studio, stripId: StripId): string {
  const strip = studio.snapshot({ forStaff: true }).strips.find(({ id }) => id === stripId);
  if (strip === undefined) return `strip:${stripId}`;
  const { number, voice } = strip;
  return `strip ${number}, ${voice.kind === "pupil" ? `pupil:${voice.pupilId}` : `account:${voice.accountId}`}`;
}

/** What the desk decides about people. Each act is written into the audit table: who, when, in which show, about which strip. */
export function converseAboutModeration(line: Line) {
  const write = ({ showId }: Seat, act: string, detail?: string) =>
    line.audit.write({
      ...{ actor: auditName(line.socket.data.actor), act, target: `show:${showId}` },
      ...(detail === undefined ? {} : { detail }),
    });

  /** Acts on a strip; what is written of it is read before, while the strip is still there. */
  async function actOn(seat: Seat, stripId: StripId, act: string, doIt: () => void | Promise<void>, more = "") {
    const detail = detailOf(seat.studio, stripId) + more;
    await doIt();
    await write(seat, act, detail);
    return {};
  }

  answerInStudio(line, "bringIn", (seat, { stripId }) =>
    actOn(seat, stripId, "participant.broughtIn", () => seat.studio.stage.backstage.bringIn(stripId)),
  );
  answerInStudio(line, "sendBackstage", (seat, { stripId }) =>
    actOn(seat, stripId, "participant.sentBackstage", () => seat.studio.stage.backstage.sendBack(stripId)),
  );
  answerInStudio(line, "lendDesk", (seat, { stripId, parts }) => {
    const lend = () => seat.studio.stage.lending.lend(stripId, parts);
    return parts.length === 0
      ? actOn(seat, stripId, "desk.takenBack", lend)
      : actOn(seat, stripId, "desk.lent", lend, `: ${parts.join(", ")}`);
  });
  answerInStudio(line, "removeParticipant", (seat, { stripId }) =>
    actOn(seat, stripId, "participant.removed", () => seat.studio.door.sendOut(stripId)),
  );
  answerInStudio(line, "barParticipant", (seat, { stripId }) =>
    actOn(seat, stripId, "participant.barred", () => seat.studio.door.bar(stripId)),
  );

  answerInStudio(line, "liftBar", async (seat, { pupilId }) => {
    await seat.studio.door.liftBar(pupilId);
    await write(seat, "participant.barLifted", `pupil:${pupilId}`);
    return {};
  });
  answerInStudio(line, "muteAll", async (seat) => {
    seat.studio.rundown.forgetResting();
    seat.studio.stage.muteAll();
    await write(seat, "studio.mutedAll");
    return {};
  });
}
