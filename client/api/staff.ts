import type { BackupState } from "../../schemas/backups.ts";
import type { AccountId } from "../../schemas/ids.ts";
import type { JournalPage, JournalQuery } from "../../schemas/journal.ts";
import type { LostLetter } from "../../schemas/lost-letters.ts";
import type { Session } from "../../schemas/people.ts";
import type {
  NewInvitation,
  StaffAcceptance,
  StaffChange,
  StaffLink,
  StaffMember,
  StaffWelcome,
} from "../../schemas/staff.ts";
import { take } from "./ask.ts";
import { of, server } from "./server.ts";

/** The people who work at the school, and what is written down of their acts. */
export const staffApi = {
  staff: {
    list: (): Promise<StaffMember[]> => take(server.staff.$get()),
    /** The last letter that did not arrive. */
    readLostLetter: (): Promise<{ letter: LostLetter | null }> => take(server["staff-letters"].lost.$get()),
    forgetLostLetter: () => take(server["staff-letters"].lost.$delete()),
    invite: (invitation: NewInvitation): Promise<StaffLink> =>
      take(server["staff-invitations"].$post({ json: invitation })),
    change: (id: AccountId, change: StaffChange): Promise<StaffMember> =>
      take(server.staff[":id"].$patch({ ...of(id), json: change })),
    removeSecondStep: (id: AccountId) => take(server.staff[":id"]["second-step"].$delete(of(id))),
    renewPassword: (id: AccountId): Promise<StaffLink> => take(server.staff[":id"]["password-links"].$post(of(id))),
    readLink: (token: string): Promise<StaffWelcome> => take(server["staff-links"].read.$post({ json: { token } })),
    acceptLink: (acceptance: StaffAcceptance): Promise<Session> =>
      take(server["staff-links"].accept.$post({ json: acceptance })),
  },
  journal: {
    /** Acts of the school, newest first; what is not chosen is left out. */
    read: (query: JournalQuery): Promise<JournalPage> =>
      take(
        server.journal.$get({ query: { ...query, ...(query.before && { before: String(query.before) }) } as never }),
      ),
  },
  backup: { read: () => take<BackupState>(server.backup.$get()) },
};
