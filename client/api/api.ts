import { doorsApi } from "./doors.ts";
import { staffApi } from "./staff.ts";
import { schoolApi } from "./school.ts";
import { anchorsApi } from "./anchors.ts";
import { impactApi } from "./impact.ts";
import { regionApi } from "./region.ts";
import { classroomsApi } from "./classrooms.ts";
import { familiesApi } from "./families.ts";
import { newcomersApi } from "./newcomers.ts";
import { feedAddressesApi } from "./feed-addresses.ts";
import { pupilsApi } from "./pupils.ts";
import { podcastImportsApi } from "./podcast-imports.ts";
import { lettersApi } from "./letters.ts";
import { newsApi } from "./news.ts";
import { progressApi } from "./progress.ts";
import { repliesApi } from "./replies.ts";
import { radioApi } from "./radio.ts";
import { episodesApi } from "./episodes.ts";
import { accountApi } from "./account.ts";
import { exchangeApi } from "./exchange.ts";
import { exercisesApi } from "./exercises.ts";
import { keepingApi } from "./keeping.ts";

export { ApiError, refusalOf } from "./ask.ts";
export type { ClassDoor, ClassroomPage, ChannelPage, PublicChannel, ClassShow, ShowPage } from "./pages.ts";

/** Every question that a page asks of the server, by noun; typed by the server's own routes. */
export const api = {
  ...doorsApi,
  ...staffApi,
  ...schoolApi,
  ...regionApi,
  ...impactApi,
  ...anchorsApi,
  ...classroomsApi,
  ...familiesApi,
  ...feedAddressesApi,
  ...pupilsApi,
  ...newcomersApi,
  ...progressApi,
  ...repliesApi,
  ...radioApi,
  ...podcastImportsApi,
  ...newsApi,
  ...lettersApi,
  ...episodesApi,
  account: accountApi,
  ...exchangeApi,
  ...exercisesApi,
  ...keepingApi,
};
