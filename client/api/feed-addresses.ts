import type {
  ClassFeedAddress,
  ClassSubscriptions,
  FeedAddress,
  FeedDevice,
  NewClassFeedAddress,
} from "../../schemas/feed-addresses.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** Private feed addresses: a family's own, and those of a class. */
export const feedAddressesApi = {
  ownFeedAddresses: {
    list: (): Promise<FeedAddress[]> => take(server.family["feed-addresses"].$get()),
    make: (device: FeedDevice): Promise<FeedAddress> =>
      take(server.family["feed-addresses"].$post({ json: { device } })),
    stop: (addressId: string) => take(server.family["feed-addresses"][":addressId"].$delete({ param: { addressId } })),
  },
  classFeedAddresses: {
    read: (id: ClassroomId): Promise<ClassSubscriptions> =>
      take(server.classrooms[":id"]["feed-addresses"].$get(of(id))),
    make: (id: ClassroomId, address: NewClassFeedAddress): Promise<ClassFeedAddress> =>
      take(server.classrooms[":id"]["feed-addresses"].$post({ ...of(id), json: address })),
    stop: (id: ClassroomId, addressId: string) =>
      take(server.classrooms[":id"]["feed-addresses"][":addressId"].$delete({ param: { id, addressId } })),
    stopThoseOfFamilies: (id: ClassroomId) => take(server.classrooms[":id"]["family-feed-addresses"].$delete(of(id))),
  },
};
