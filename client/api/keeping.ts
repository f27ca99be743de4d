import type { CodeGuesses } from "../../schemas/people.ts";
import type { Retention, RetentionPlan, RetentionPolicy } from "../../schemas/retention.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

/** What admins ask about the whole school: how long it keeps things, and whether somebody tries its codes. */
export const keepingApi = {
  /** Whether somebody tries class codes; for admins. */
  readCodeAlarm: (): Promise<{ guesses: CodeGuesses | null }> => take(server["code-alarm"].$get()),
  /** How long the school keeps what it makes. */
  retention: {
    read: (): Promise<Retention> => take(server.retention.$get()),
    choose: (policy: RetentionPolicy): Promise<Retention> => take(server.retention.$put({ json: policy })),
    preview: (policy: RetentionPolicy): Promise<RetentionPlan> =>
      take(server.retention.preview.$post({ json: policy })),
  },
};
