import type { Airtimes } from "../../schemas/airtime.ts";
import type { z } from "zod";
import type { Cart, CartChange, ShowPads } from "../../schemas/carts.ts";
import type { Channel, ChannelChange, NewChannel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { CartId, ChannelId, ClassroomId, ShowId } from "../../schemas/ids.ts";
import type { Rundown, RundownChange } from "../../schemas/rundown.ts";
import type { ShowCode } from "../../schemas/show-codes.ts";
import type { NewShow, NewSlot, Show, ShowChange, SlotChange } from "../../schemas/shows.ts";
import { take, upload, type UploadOptions } from "./ask.ts";
import { of, server } from "./server.ts";
import { listeningApi } from "./listening.ts";
import type { PublicChannel, ShowPage } from "./pages.ts";

/** Channels, their shows and the carts that are played in them. */
export const radioApi = {
  channels: {
    listPublic: (): Promise<PublicChannel[]> => take(server.channels.$get()),
    ...listeningApi,
    create: (id: ClassroomId, channel: NewChannel): Promise<Channel> =>
      take(server.classrooms[":id"].channels.$post({ ...of(id), json: channel })),
    change: (id: ChannelId, change: ChannelChange): Promise<Channel> =>
      take(server.channels[":id"].$patch({ ...of(id), json: change })),
    sendCover: (id: ChannelId, form: FormData, options: UploadOptions) =>
      upload<Channel>("PUT", `/channels/${id}/cover`, form, options),
    removeCover: (id: ChannelId): Promise<Channel> => take(server.channels[":id"].cover.$delete(of(id))),
    listAllEpisodes: (id: ChannelId): Promise<Episode[]> => take(server.channels[":id"]["all-episodes"].$get(of(id))),
    addShow: (id: ChannelId, show: NewShow): Promise<Show> =>
      take(server.channels[":id"].shows.$post({ ...of(id), json: show })),
    addSlot: (id: ChannelId, slot: NewSlot): Promise<Show[]> =>
      take(server.channels[":id"].slots.$post({ ...of(id), json: slot })),
  },
  shows: {
    read: (id: ShowId): Promise<ShowPage> => take(server.shows[":id"].$get(of(id))),
    change: (id: ShowId, change: z.infer<typeof ShowChange>): Promise<Show> =>
      take(server.shows[":id"].$patch({ ...of(id), json: change })),
    remove: (id: ShowId) => take(server.shows[":id"].$delete(of(id))),
    /** How long the texts of its rundown are likely to take. */
    readAirtimes: (id: ShowId): Promise<Airtimes> => take(server.shows[":id"].airtimes.$get(of(id))),
    readRundown: (id: ShowId): Promise<Rundown> => take(server.shows[":id"].rundown.$get(of(id))),
    saveRundown: (id: ShowId, change: RundownChange): Promise<Rundown> =>
      take(server.shows[":id"].rundown.$put({ ...of(id), json: change })),
    /** A class code that opens until the end of this show, in place of the one that it had. */
    giveCode: (id: ShowId): Promise<ShowCode> => take(server.shows[":id"]["class-codes"].$post(of(id))),
    takeCode: (id: ShowId) => take(server.shows[":id"]["class-code"].$delete(of(id))),
    readPads: (id: ShowId): Promise<ShowPads> => take(server.shows[":id"].pads.$get(of(id))),
    setPads: (id: ShowId, cartIds: readonly CartId[]): Promise<ShowPads> =>
      take(server.shows[":id"].pads.$put({ ...of(id), json: { cartIds: [...cartIds] } })),
    clearPads: (id: ShowId): Promise<ShowPads> => take(server.shows[":id"].pads.$delete(of(id))),
    /** Changes the weekly slot of a show, from it on. */
    changeFollowing: (id: ShowId, change: SlotChange): Promise<Show> =>
      take(server.shows[":id"].following.$patch({ ...of(id), json: change })),
    /** Calls off the weekly slot of a show, from it on. */
    removeFollowing: (id: ShowId) => take(server.shows[":id"].following.$delete(of(id))),
  },
  carts: {
    add: (id: ClassroomId, form: FormData, options: UploadOptions) =>
      upload<Cart>("POST", `/classrooms/${id}/carts`, form, options),
    change: (id: CartId, change: z.infer<typeof CartChange>): Promise<Cart> =>
      take(server.carts[":id"].$patch({ ...of(id), json: change })),
    remove: (id: CartId) => take(server.carts[":id"].$delete(of(id))),
    soundUrl: (id: CartId) => `/api/carts/${id}/sound`,
  },
};
