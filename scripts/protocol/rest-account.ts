import { OwnAccount, PasswordChange } from "../../schemas/account.ts";

/** The routes by which somebody of the staff looks after their own account. */
export const restAccount = {
  "GET /api/account": {
    does: "One's own account, and the names that may not make up its password.",
    answers: OwnAccount,
  },
  "PUT /api/account/password": {
    does: "Sets another password, for whoever knows the current one; all other sessions end, this one gets another token.",
    body: PasswordChange,
  },
};
