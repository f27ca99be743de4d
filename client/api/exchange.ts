import type { CatalogueQuery, ClassExchange, NewOffer, Offer } from "../../schemas/exchange.ts";
import type { ChannelId, ClassroomId, EpisodeId, OfferId, RundownTemplateId } from "../../schemas/ids.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** What classes offer each other. */
export const exchangeApi = {
  exchange: {
    read: (id: ClassroomId): Promise<ClassExchange> => take(server.classrooms[":id"].exchange.$get(of(id))),
    search: (id: ClassroomId, query: CatalogueQuery): Promise<Offer[]> =>
      take(server.classrooms[":id"].catalogue.$get({ ...of(id), query })),
    offer: (id: ClassroomId, offer: NewOffer): Promise<ClassExchange> =>
      take(server.classrooms[":id"].offers.$post({ ...of(id), json: offer })),
    takeBack: (id: ClassroomId, offer: OfferId) =>
      take(server.classrooms[":id"].offers[":offer"].$delete({ param: { id, offer } })),
    /** An episode needs the channel in which it is to be heard. */
    take: (id: ClassroomId, offer: OfferId, channelId: ChannelId | null): Promise<ClassExchange> =>
      take(server.classrooms[":id"].catalogue[":offer"].copies.$post({ param: { id, offer }, json: { channelId } })),
    removeTemplate: (id: ClassroomId, template: RundownTemplateId) =>
      take(server.classrooms[":id"]["rundown-templates"][":template"].$delete({ param: { id, template } })),
    endReplay: (id: ChannelId, episode: EpisodeId) =>
      take(server.channels[":id"].replays[":episode"].$delete({ param: { id, episode } })),
  },
};
