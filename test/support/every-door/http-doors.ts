import { accountDoors } from "./account-doors.ts";
import { channelDoors } from "./channel-doors.ts";
import { classDoors } from "./class-doors.ts";
import type { Door } from "./door.ts";
import { episodeDoors } from "./episode-doors.ts";
import { exchangeDoors } from "./exchange-doors.ts";
import { oralDoors } from "./oral-doors.ts";
import { podcastDoors } from "./podcast-doors.ts";
import { progressDoors } from "./progress-doors.ts";
import { regionDoors } from "./region-doors.ts";
import { replyDoors } from "./reply-doors.ts";
import { schoolDoors } from "./school-doors.ts";
import { open, teachersOf } from "./usual-doors.ts";

/** Who may come through which door of the station's HTTP side. A route that is not told of here fails the test. */
export const httpDoors: Readonly<Record<string, Door>> = {
  "GET /healthz": open,
  ...accountDoors,
  ...schoolDoors,
  ...regionDoors,
  ...classDoors,
  ...replyDoors,
  ...exchangeDoors,
  ...channelDoors,
  ...episodeDoors,
  ...podcastDoors,
  ...oralDoors,
  ...progressDoors,
  "GET /api/jobs/:id": teachersOf("job"),
  "DELETE /api/jobs/:id": teachersOf("job"),
  "POST /api/jobs/:id/retries": teachersOf("job"),
};
