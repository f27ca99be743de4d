/** Of {@link personalData}, the grown-ups of a school and how each of them proves who they are. */
export const accountData = {
  account: {
    id: "name as pupils call them",
    schoolId: "name as pupils call them",
    email: "e-mail",
    passwordHash: "password",
    displayName: "name as pupils call them",
    role: "role",
    createdAt: "name as pupils call them",
    deactivatedAt: "role",
    podcastName: "name that they want beside",
  },
  accountIdentity: {
    issuer: "who they are at the school's",
    subject: "who they are at the school's",
    accountId: "who they are at the school's",
    createdAt: "who they are at the school's",
  },
  passkey: {
    id: "passkey",
    accountId: "passkey",
    publicKey: "passkey",
    counter: "passkey",
    transports: "passkey",
    name: "passkey",
    createdAt: "passkey",
    usedAt: "passkey",
  },
  secondStep: {
    accountId: "second code",
    sealedSecret: "second code",
    confirmedAt: "second code",
    lastCounter: "second code",
  },
  recoveryCode: { codeHash: "second code", accountId: "second code" },
  membership: { accountId: "role", classroomId: "role" },
} as const;
