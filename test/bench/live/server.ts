// Child of live.bench.ts: the station's HTTP side with one show on air, whose programme is a tone. Says its address.
import { openDoors } from "../../support/doors.ts";
import { listen } from "../../support/listening.ts";
import { putToneOnAir } from "../../support/tone-on-air.ts";

const doors = await openDoors();
const { channel, show } = await doors.seedSchool();
await doors.store.channels.change(channel.id, { visibility: "public" });
await putToneOnAir({ ...doors, channel, show });
const { url } = await listen(doors);
process.send?.({ url, slug: channel.slug });
