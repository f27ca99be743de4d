import type { AuthenticationResponseJSON } from "@simplewebauthn/browser";
import { PasskeyAnswer, type PasskeyQuestion } from "../../schemas/passkeys.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { Session, Setup } from "../../schemas/people.ts";
import type { PictureSecret } from "../../schemas/pictures.ts";
import type { NewOidcFlow, OidcFlow, SignInProvider } from "../../schemas/oidc.ts";
import type { SignInWays } from "../../schemas/staff.ts";
import { keptExercises } from "./kept-exercises.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

/** Who comes in finds nothing of what a pupil before them had on this device. */
async function anew<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  await keptExercises.forget();
  return ask();
}

/** How people come in: the first start, sessions, and identity providers. */
export const doorsApi = {
  setup: {
    read: () => take(server.setup.$get()),
    complete: (setup: Setup): Promise<Session> => take(server.setup.$post({ json: setup })),
  },
  session: {
    read: (): Promise<Session> => take(server.sessions.current.$get()),
    open: (credentials: { email: string; password: string; code?: string }): Promise<Session> =>
      anew(() => take(server.sessions.$post({ json: credentials }))),
    openForPupil: (entry: { code: string; pupilId: PupilId; pictures?: PictureSecret }): Promise<Session> =>
      anew(() => take(server["pupil-sessions"].$post({ json: entry }))),
    openForFamily: (entry: { token: string; pin?: string }): Promise<Session> =>
      anew(() => take(server["family-sessions"].$post({ json: entry }))),
    /** Told to the station even when the page is shut at once. */
    close: async () => {
      const told = take(server.sessions.current.$delete(undefined, { init: { keepalive: true } }));
      await Promise.all([told, keptExercises.forget()]);
    },
    readWays: (): Promise<SignInWays> => take(server["sign-in-ways"].$get()),
    /** What the browser's authenticator is asked, for {@link openByPasskey}. */
    beginPasskey: (): Promise<PasskeyQuestion> => take(server["passkey-challenges"].$post()),
    openByPasskey: (answer: AuthenticationResponseJSON): Promise<Session> =>
      anew(() => take(server["passkey-sessions"].$post({ json: { answer: PasskeyAnswer.parse(answer) } }))),
    /** A letter with a link for a lost password; resolves whether somebody has this e-mail or not. */
    askForLetter: (email: string) => take(server["password-requests"].$post({ json: { email } })),
  },
  oidc: {
    list: (): Promise<SignInProvider[]> => take(server.oidc.$get()),
    begin: (provider: string, flow: NewOidcFlow): Promise<OidcFlow> =>
      take(server.oidc[":provider"].flows.$post({ param: { provider }, json: flow })),
    enterWithStep: (code: string): Promise<Session> =>
      anew(() => take(server["oidc-sessions"].$post({ json: { code } }))),
  },
};
