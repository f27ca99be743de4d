import { z } from "zod";
import { AccountChange, OwnAccount, OwnSession, PasswordChange } from "../../schemas/account.ts";
import { Account } from "../../schemas/people.ts";

/** The routes by which somebody of the staff looks after their own account. */
export const restAccount = {
  "GET /api/account": {
    does: "One's own account, and the names that may not make up its password.",
    answers: OwnAccount,
  },
  "PATCH /api/account": { does: "Changes the name that pupils see.", body: AccountChange, answers: Account },
  "GET /api/account/sessions": {
    does: "The browsers in which one is signed in, the one that asks first.",
    answers: z.array(OwnSession),
  },
  "DELETE /api/account/sessions/:id": { does: "Signs one of them out." },
  "DELETE /api/account/sessions": { does: "Signs all of them out but the one that asks." },
  "PUT /api/account/password": {
    does: "Sets another password, for whoever knows the current one; all other sessions end, this one gets another token.",
    body: PasswordChange,
  },
};
