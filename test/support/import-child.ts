// A station's works in a process of their own, which bring a podcast into a channel until their test kills them.
import { AccountId, PodcastImportId } from "../../schemas/ids.ts";
import { openLog } from "../../server/open-log.ts";
import { openNewsroom } from "../../server/open-newsroom.ts";
import { openDatabase } from "../../server/store/open-database.ts";
import { openStore } from "../../server/store/open-store.ts";

const [path, mediaDirectory, directory, importId, accountId] = process.argv.slice(2);
const database = await openDatabase(path!);
const { carts } = openStore(database, Date.now);
const parts = { ...{ database, carts, log: openLog("silent"), clock: Date.now }, mediaDirectory: mediaDirectory! };
const { imports } = await openNewsroom({ ...parts, imports: { directory, mayBePrivate: false } });
const id = PodcastImportId.parse(importId);
const isNew = (await imports.tell(id)).state === "preview";
if (isNew) await imports.start(id, { answer: null, isChannelToo: false }, AccountId.parse(accountId));
const tell = async () => {
  console.log((await imports.tell(id)).episodes.filter(({ state }) => state === "done").length);
};
setInterval(() => void tell(), 50);
