import { PupilId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import type { ShowRole } from "../../schemas/turns.ts";

const roleOf: Readonly<Partial<Record<RundownItem["kind"], ShowRole>>> = {
  opening: "presenter",
  closing: "presenter",
  interview: "journalist",
  reading: "reader",
  speech: "columnist",
  debate: "debater",
};

/** The roles that pupils held in what aired of a rundown: by the kind of the items in which they were to speak. */
export function rolesHeld(
  items: readonly RundownItem[],
  airedIds: readonly string[],
): { pupilId: PupilId; role: ShowRole }[] {
  return items
    .filter(({ id }) => airedIds.includes(id))
    .flatMap(({ kind, speakers }) =>
      speakers.flatMap((speaker) => {
        const [pupilId, role] = [PupilId.safeParse(speaker).data, roleOf[kind]];
        return pupilId === undefined || role === undefined ? [] : [{ pupilId, role }];
      }),
    );
}
