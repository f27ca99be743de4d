/** Fields that are compared and never shown again, or that take a name only that is there already. */
export const neverShown: Readonly<Record<string, string>> = {
  "POST /api/setup token": "compared",
  "POST /api/setup password": "hashed",
  "POST /api/sessions password": "compared",
  "PUT /api/account/password current": "compared",
  "PUT /api/account/password password": "hashed",
  "POST /api/account/second-step password": "compared",
  "POST /api/account/second-step/removals password": "compared",
  "POST /api/account/passkey-challenges password": "compared",
  "POST /api/oidc/:provider/flows password": "compared",
  "POST /api/staff-links/read token": "compared",
  "POST /api/staff-links/accept token": "compared",
  "POST /api/staff-links/accept password": "hashed",
  "POST /api/channels/:id/folder-imports folder": "the name of a folder that is there, or refused",
  "POST /api/channels/:id/feed-imports url": "asked, and kept nowhere but with what came from there",
  "POST /api/sessions code": "compared",
  "PUT /api/account/second-step code": "compared",
  "POST /api/staff-links/accept code": "compared",
  "POST /api/oidc/:provider/flows code": "compared",
  "POST /api/oidc-sessions code": "compared",
  "POST /api/family-sessions token": "compared",
  "POST /api/letters/confirmations proof": "compared",
  "POST /api/letters/removals proof": "compared",
  "PUT /api/channels/:slug/news subscription.endpoint": "a push service's, or refused",
  "POST /api/channels/:slug/news/questions endpoint": "compared",
  "POST /api/channels/:slug/news/removals endpoint": "compared",
};

/** Fields that no page shows, with where they go. */
export const unseen: Readonly<Record<string, string>> = {
  "POST /api/region/school-import-previews schools[].1": "told back to whoever sent it",
  "POST /api/region/school-import-previews schools[].2": "told back to whoever sent it",
  "POST /api/class-import-previews classrooms[].name": "told back to whoever sent it",
  "POST /api/school-year-previews moves[].to": "told back to whoever sent it",
  "POST /api/school-year-previews classrooms[].name": "told back to whoever sent it",
  "POST /api/classrooms/:id/carts speakers": "ids only",
  "POST /api/classrooms/:id/carts rights": "shown as PATCH /api/carts/:id shows them",
  "POST /api/podcast-imports/:id/start answer.words": "kept beside the import, for whoever asks the school",
  "PUT /api/podcast-imports/:id/voices words": "kept beside the import, for whoever asks the school",
  "PATCH /api/channels/:id movedTo": "in the documents",
  "PUT /api/episodes/:id/transcript text": "in the documents",
};

/** Fields whose noun is written by another door too, where this door cannot be gone through here. */
export const sameAs: Readonly<Record<string, string>> = {
  "POST /api/setup schoolName": "PATCH /api/region/schools/:id name",
  "POST /api/setup city": "PATCH /api/region/schools/:id city",
  "POST /api/setup displayName": "PATCH /api/account displayName",
  "POST /api/setup classroomName": "POST /api/classrooms name",
  "POST /api/setup channelTitle": "POST /api/classrooms/:id/channels title",
  "POST /api/account/passkeys name": "PATCH /api/account/passkeys/:id name",
};
