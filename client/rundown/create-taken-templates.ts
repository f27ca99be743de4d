import { createResource, type Accessor } from "solid-js";
import type { RundownTemplate } from "../../schemas/exchange.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";

/** The rundowns that a class took from others; none while they are not here, for a show can be written without them. */
export function createTakenTemplates(classroomId: Accessor<ClassroomId | undefined>): Accessor<RundownTemplate[]> {
  const [found] = createResource(classroomId, (id) =>
    api.exchange.read(id).then(
      ({ templates }) => templates,
      () => [],
    ),
  );
  return () => (found.state === "ready" || found.state === "refreshing" ? found.latest : []);
}
